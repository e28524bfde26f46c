using Microsoft.Data.Sqlite;

namespace CoalitionTracker.Benchmarks.Generating;

/// <summary>
/// One transaction without a journal, in which no index is kept up to date: indexes are made, and the full text is filled, when all rows are
/// there. A load that breaks off leaves a file that is of no use.
/// </summary>
internal sealed class BulkLoad
{
    private readonly SqliteConnection connection;
    private readonly List<string> laterSql = [];

    public BulkLoad(SqliteConnection connection)
    {
        this.connection = connection;
        Run(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -800000; PRAGMA temp_store = MEMORY;"
        );
        Run("BEGIN");
        Drop("INDEX", "type = 'index' AND sql IS NOT NULL AND tbl_name NOT LIKE 'SearchFts%'");
        Drop("TRIGGER", "type = 'trigger' AND tbl_name = 'SearchEntries'");
    }

    /// <summary>Makes the indexes, fills the full text, and gives the file the journal that the product works with.</summary>
    public void Complete()
    {
        laterSql.ForEach(Run);
        // In memory first: the default of 1 MB would merge the index of a large store dozens of times.
        Run("INSERT INTO SearchFts(SearchFts, rank) VALUES ('hashsize', 67108864)");
        Run("INSERT INTO SearchFts(SearchFts) VALUES ('rebuild')");
        Run("INSERT INTO SearchFts(SearchFts, rank) VALUES ('hashsize', 1048576)");
        Run("COMMIT");
        Run("PRAGMA journal_mode = WAL");
    }

    private void Drop(string kind, string which)
    {
        using var read = connection.CreateCommand();
        read.CommandText = $"SELECT name, sql FROM sqlite_master WHERE {which}";
        var found = new List<(string Name, string Sql)>();
        using (var rows = read.ExecuteReader())
        {
            while (rows.Read())
                found.Add((rows.GetString(0), rows.GetString(1)));
        }
        foreach (var (name, sql) in found)
        {
            Run($"DROP {kind} \"{name}\"");
            laterSql.Add(sql);
        }
    }

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }
}
