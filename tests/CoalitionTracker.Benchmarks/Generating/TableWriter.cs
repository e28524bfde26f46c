using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CoalitionTracker.Benchmarks.Generating;

/// <summary>
/// One prepared INSERT for one kind of row. Which columns there are and how a value is stored is read from the product's own model, so that a
/// generated store never differs from one that the product wrote.
/// </summary>
internal sealed class TableWriter : IDisposable
{
    private readonly SqliteCommand insert;
    private readonly string? ownerKey;
    private readonly List<(SqliteParameter Parameter, Func<object, string?, object?> Value)> columns = [];

    /// <exception cref="InvalidDataException">The table in the store has other columns than the model.</exception>
    /// <param name="ownerKey">The foreign key of the record that the rows are parts of; null for rows of their own.</param>
    public TableWriter(SqliteConnection connection, IEntityType type, string? ownerKey = null)
    {
        this.ownerKey = ownerKey;
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        insert = connection.CreateCommand();
        AddColumns(type, table, entity => entity);
        CheckColumns(connection, table.Name);
        var names = columns.ConvertAll(c => c.Parameter.ParameterName);
        insert.CommandText =
            $"INSERT INTO \"{table.Name}\" ({string.Join(", ", names.Select(n => $"\"{n[1..]}\""))}) VALUES ({string.Join(", ", names)})";
        insert.Prepare();
    }

    /// <param name="ownerCode">The code of the record that the row is part of.</param>
    public void Insert(object entity, string? ownerCode = null)
    {
        foreach (var (parameter, value) in columns)
            parameter.Value = value(entity, ownerCode) ?? DBNull.Value;
        insert.ExecuteNonQuery();
    }

    public void Dispose() => insert.Dispose();

    private void AddColumns(ITypeBase type, StoreObjectIdentifier table, Func<object, object?> holder)
    {
        foreach (var property in type.GetProperties().Where(p => !IsNumberedByStore(p)))
        {
            var name = property.GetColumnName(table) ?? throw new InvalidDataException($"{type.Name}.{property.Name} has no column in {table.Name}.");
            columns.Add((insert.Parameters.Add(new SqliteParameter { ParameterName = "@" + name }), ValueOf(property, holder)));
        }
        foreach (var complex in type.GetComplexProperties())
        {
            var info = complex.PropertyInfo!;
            AddColumns(complex.ComplexType, table, entity => holder(entity) is { } owner ? info.GetValue(owner) : null);
        }
    }

    private static bool IsNumberedByStore(IProperty property) => property.IsPrimaryKey() && property.ClrType == typeof(long);

    private Func<object, string?, object?> ValueOf(IProperty property, Func<object, object?> holder)
    {
        if (property.IsShadowProperty())
            return property.Name == ownerKey ? (_, owner) => owner : (_, _) => null;
        var info = property.PropertyInfo ?? throw new InvalidDataException($"{property.Name} is no property that can be read.");
        var converter = property.GetTypeMapping().Converter;
        return (entity, _) => holder(entity) is not { } owner ? null : Stored(info, owner, converter?.ConvertToProvider);
    }

    private static object? Stored(PropertyInfo property, object owner, Func<object?, object?>? convert) =>
        property.GetValue(owner) is { } value && convert is not null ? convert(value) : property.GetValue(owner);

    private void CheckColumns(SqliteConnection connection, string table)
    {
        using var read = connection.CreateCommand();
        read.CommandText = "SELECT name FROM pragma_table_info($table) WHERE name <> 'Id'";
        read.Parameters.AddWithValue("$table", table);
        using var rows = read.ExecuteReader();
        var stored = new List<string>();
        while (rows.Read())
            stored.Add(rows.GetString(0));
        var known = columns.ConvertAll(c => c.Parameter.ParameterName[1..]);
        if (!stored.ToHashSet().SetEquals(known))
            throw new InvalidDataException($"The table {table} has {string.Join(", ", stored)}, but the model has {string.Join(", ", known)}.");
    }
}
