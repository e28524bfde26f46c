using Microsoft.EntityFrameworkCore.Migrations;

namespace CoalitionTracker.Data.Migrations;

/// <summary>
/// SQLite's full-text table over the search entries, kept in step by triggers as its documentation describes for external content
/// (https://sqlite.org/fts5.html#external_content_tables), with the trigram tokenizer for any part of a word in any language.
/// </summary>
internal static class SearchFts
{
    public static void CreateSearchFts(this MigrationBuilder migration)
    {
        migration.Sql("CREATE VIRTUAL TABLE SearchFts USING fts5(Text, content='SearchEntries', content_rowid='Id', tokenize='trigram');");
        migration.Sql(
            "CREATE TRIGGER SearchFtsInsert AFTER INSERT ON SearchEntries BEGIN INSERT INTO SearchFts(rowid, Text) VALUES (new.Id, new.Text); END;"
        );
        migration.Sql(
            "CREATE TRIGGER SearchFtsDelete AFTER DELETE ON SearchEntries BEGIN INSERT INTO SearchFts(SearchFts, rowid, Text) VALUES ('delete', old.Id, old.Text); END;"
        );
        migration.Sql(
            "CREATE TRIGGER SearchFtsUpdate AFTER UPDATE ON SearchEntries BEGIN INSERT INTO SearchFts(SearchFts, rowid, Text) VALUES ('delete', old.Id, old.Text); INSERT INTO SearchFts(rowid, Text) VALUES (new.Id, new.Text); END;"
        );
    }

    public static void DropSearchFts(this MigrationBuilder migration) => migration.Sql("DROP TABLE SearchFts;");
}
