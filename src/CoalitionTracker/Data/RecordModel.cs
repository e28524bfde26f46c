using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;

namespace CoalitionTracker.Data;

/// <summary>Marks a field that holds the code of another record: a foreign key in the store, a checked reference in a form or file.</summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class RefersToAttribute(Type target) : Attribute
{
    public Type Target { get; } = target;
}

/// <inheritdoc cref="RefersToAttribute"/>
public sealed class RefersToAttribute<T>() : RefersToAttribute(typeof(T))
    where T : Record;

/// <summary>A code that a record names, and the field that names it.</summary>
public sealed record Reference(string Field, Type Target, string Code);

/// <summary>What all kinds of records have in common in the model: parts live with their record, references are foreign keys.</summary>
internal static class RecordModel
{
    private static readonly ConcurrentDictionary<Type, (PropertyInfo Property, RefersToAttribute To)[]> ReferencesByType = new();
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> PartsByType = new();

    public static void Build(ModelBuilder model)
    {
        foreach (var record in model.Model.GetEntityTypes().Select(t => t.ClrType).Where(typeof(Record).IsAssignableFrom).ToList())
        {
            foreach (var parts in PartsOf(record))
            {
                var part = parts.PropertyType.GenericTypeArguments[0];
                var isShared = part == typeof(Citation);
                model
                    .Entity(record)
                    .HasMany(part, parts.Name)
                    .WithOne()
                    .HasForeignKey($"{record.Name}Code")
                    .IsRequired(!isShared)
                    .OnDelete(DeleteBehavior.Cascade);
                model.Entity(record).Navigation(parts.Name).AutoInclude();
            }
        }
        foreach (var entity in model.Model.GetEntityTypes().Select(t => t.ClrType).Distinct().ToList())
        {
            foreach (var (property, to) in ReferencesOf(entity))
                model.Entity(entity).HasOne(to.Target).WithMany().HasForeignKey(property.Name).OnDelete(DeleteBehavior.Restrict);
        }
    }

    /// <summary>The lists of parts that a kind of record has.</summary>
    public static PropertyInfo[] PartsOf(Type record) =>
        PartsByType.GetOrAdd(
            record,
            static type =>
                [
                    .. type.GetProperties()
                        .Where(p =>
                            p.PropertyType.IsGenericType
                            && p.PropertyType.GetGenericTypeDefinition() == typeof(List<>)
                            && typeof(Part).IsAssignableFrom(p.PropertyType.GenericTypeArguments[0])
                        ),
                ]
        );

    /// <summary>Every other record that this one names, in its own fields and in its parts.</summary>
    public static IEnumerable<Reference> ReferencesIn(Record record) =>
        Named(record, "")
            .Concat(
                PartsOf(record.GetType())
                    .SelectMany(parts =>
                        ((IEnumerable)parts.GetValue(record)!).Cast<Part>().SelectMany((part, i) => Named(part, $"{JsonName(parts)}[{i}]."))
                    )
            );

    private static IEnumerable<Reference> Named(object holder, string path) =>
        from reference in ReferencesOf(holder.GetType())
        let code = (string?)reference.Property.GetValue(holder)
        where code is not null
        select new Reference(path + JsonName(reference.Property), reference.To.Target, code);

    private static (PropertyInfo Property, RefersToAttribute To)[] ReferencesOf(Type type) =>
        ReferencesByType.GetOrAdd(
            type,
            static t => [.. t.GetProperties().Select(p => (p, To: p.GetCustomAttribute<RefersToAttribute>()!)).Where(p => p.To is not null)]
        );

    private static string JsonName(PropertyInfo property) =>
        property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);
}
