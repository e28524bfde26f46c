using System.Collections.Concurrent;
using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CoalitionTracker.Data;

/// <summary>The record in an embedded SQLite file: the default.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : CoalitionDb(options)
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new();

    /// <inheritdoc/>
    /// <remarks>LIKE on an FTS5 table with the trigram tokenizer uses the index from three characters on, and reads every row below that.</remarks>
    public override IQueryable<SearchEntry> Search(IReadOnlyList<string> foldedWords)
    {
        var hits = foldedWords
            .Select(word => Database.SqlQuery<long>($"SELECT rowid AS Value FROM SearchFts WHERE Text LIKE {"%" + word + "%"}"))
            .Aggregate((all, next) => all.Intersect(next));
        return SearchEntries.Where(e => hits.Contains(e.Id));
    }

    /// <inheritdoc/>
    /// <remarks>
    /// A SQLite transaction of this provider takes the writer's lock when it begins, and waits for it by sleeping on its thread. Writers of this
    /// process queue before that, without a thread.
    /// </remarks>
    public override async Task<WriteTransaction> BeginWritingAsync(CancellationToken cancel)
    {
        var gate = Gates.GetOrAdd(Database.GetConnectionString() ?? "", _ => new SemaphoreSlim(1));
        await gate.WaitAsync(cancel);
        try
        {
            return new WriteTransaction(await Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel), gate);
        }
        catch
        {
            gate.Release();
            throw;
        }
    }
}

/// <summary>The record in PostgreSQL, for several nodes on one store.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : CoalitionDb(options)
{
    private const long WriterLock = 0x436f616c; // "Coal"

    public override IQueryable<SearchEntry> Search(IReadOnlyList<string> foldedWords) =>
        foldedWords.Aggregate(SearchEntries.AsQueryable(), (found, word) => found.Where(e => EF.Functions.Like(e.Text, "%" + word + "%")));

    public override async Task<WriteTransaction> BeginWritingAsync(CancellationToken cancel)
    {
        var transaction = await Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel);
        await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({WriterLock})", cancel);
        return new WriteTransaction(transaction, null);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HasPostgresExtension("pg_trgm");
        builder.Entity<SearchEntry>().HasIndex(e => e.Text).HasMethod("gin").HasOperators("gin_trgm_ops");
    }
}

/// <summary>Lets <c>dotnet ef</c> build the models without starting the product.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) => new(Design.Options<SqliteDb>().UseSqlite("Data Source=:memory:").Options);
}

/// <inheritdoc cref="SqliteDesign"/>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args) => new(Design.Options<PostgresDb>().UseNpgsql("Host=localhost").Options);
}

file static class Design
{
    public static DbContextOptionsBuilder<TDb> Options<TDb>()
        where TDb : CoalitionDb
    {
        var services = new ServiceCollection();
        services.AddAccountSchema();
        return new DbContextOptionsBuilder<TDb>().UseApplicationServiceProvider(services.BuildServiceProvider());
    }
}
