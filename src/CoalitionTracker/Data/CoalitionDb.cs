using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CoalitionTracker.Data;

/// <summary>
/// The store of the record and of the desk beside it (accounts, drafts): one model for both providers. Write records through
/// <see cref="RecordWriter"/>.
/// </summary>
public abstract class CoalitionDb(DbContextOptions options) : IdentityUserContext<Account>(options), IDataProtectionKeyContext
{
    public DbSet<Country> Countries => Set<Country>();
    public DbSet<Participation> Participations => Set<Participation>();
    public DbSet<CountryNote> CountryNotes => Set<CountryNote>();
    public DbSet<Pledge> Pledges => Set<Pledge>();
    public DbSet<Statement> Statements => Set<Statement>();
    public DbSet<Agreement> Agreements => Set<Agreement>();
    public DbSet<Source> Sources => Set<Source>();
    public DbSet<Count> Counts => Set<Count>();
    public DbSet<Event> Events => Set<Event>();
    public DbSet<Revision> Revisions => Set<Revision>();
    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();
    public DbSet<SeededRecord> SeededRecords => Set<SeededRecord>();

    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Who changes what is saved next, and why.</summary>
    public Edit? Edit { get; set; }

    /// <summary>The codes of public or hidden records of all kinds whose folded text has every one of the folded words.</summary>
    public abstract IQueryable<SearchEntry> Search(IReadOnlyList<string> foldedWords);

    /// <summary>Begins to write. Writers follow one another, so that revisions become visible in their order.</summary>
    public abstract Task<WriteTransaction> BeginWritingAsync(CancellationToken cancel);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(CoalitionDb).Assembly);
        RecordModel.Build(builder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<RecordDate>().HaveConversion<RecordDateConverter>().HaveMaxLength(RecordDate.MaxLength);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<decimal>().HaveConversion<DecimalConverter>().HavePrecision(28, 4);
    }

    private sealed class RecordDateConverter() : ValueConverter<RecordDate, string>(date => date.Edtf, text => RecordDate.Parse(text));

    /// <summary>4500000000, not 4500000000.0 or 4500000000.0000 as the providers give it back: the same number reads the same everywhere.</summary>
    private sealed class DecimalConverter() : ValueConverter<decimal, decimal>(number => number, number => number / 1.0000000000000000000000000000m);

    private sealed class UtcConverter()
        : ValueConverter<DateTime, DateTime>(time => time.ToUniversalTime(), time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
