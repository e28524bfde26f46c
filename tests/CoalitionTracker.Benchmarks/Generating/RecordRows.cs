using System.Collections;
using System.Reflection;
using CoalitionTracker.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CoalitionTracker.Benchmarks.Generating;

/// <summary>Writes records with their parts and what the search knows of them.</summary>
internal sealed class RecordRows(CoalitionDb db, SqliteConnection connection, IReadOnlyDictionary<string, Country> countries) : IDisposable
{
    private readonly Dictionary<Type, (TableWriter Table, List<(PropertyInfo List, TableWriter Table)> Parts)> known = [];
    private readonly TableWriter entries = new(connection, TypeOf(db, typeof(SearchEntry)));
    private readonly TableWriter revisions = new(connection, TypeOf(db, typeof(Revision)));

    public void Insert(Record record)
    {
        var (table, parts) = WritersOf(record.GetType());
        table.Insert(record);
        foreach (var (list, rows) in parts)
        {
            var position = 0;
            foreach (var part in ((IEnumerable)list.GetValue(record)!).Cast<Part>())
            {
                part.Position = position++;
                rows.Insert(part, record.Code);
            }
        }
        var entry = new SearchEntry();
        entry.Describe(record, countries);
        entries.Insert(entry);
    }

    /// <summary>One revision for the whole batch, so that the version of the record moves.</summary>
    public void InsertRevision(Record record, string reason) =>
        revisions.Insert(
            new Revision
            {
                At = DateTime.UtcNow,
                Author = "Generator",
                Reason = reason,
                Kind = record.RecordKind,
                Code = record.Code,
                Snapshot = RecordJson.Write(record),
            }
        );

    public void Dispose()
    {
        foreach (var table in known.Values.SelectMany(k => k.Parts.Select(p => p.Table).Append(k.Table)).Concat([entries, revisions]))
            table.Dispose();
    }

    private (TableWriter Table, List<(PropertyInfo List, TableWriter Table)> Parts) WritersOf(Type type)
    {
        if (known.TryGetValue(type, out var writers))
            return writers;
        var entity = TypeOf(db, type);
        var parts = entity.GetNavigations().Where(n => n.IsCollection);
        return known[type] = (
            new TableWriter(connection, entity),
            [.. parts.Select(n => (n.PropertyInfo!, new TableWriter(connection, n.TargetEntityType, n.ForeignKey.Properties[0].Name)))]
        );
    }

    private static IEntityType TypeOf(CoalitionDb db, Type type) =>
        db.Model.FindEntityType(type) ?? throw new InvalidDataException($"The model has no {type.Name}.");
}
