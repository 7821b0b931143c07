using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SeizureIntel.Search.Embedded;

// Rows behind the mark up to which everybody reads.
internal sealed partial class IndexFile
{
    /// <summary>Keeps that rows and long texts from these numbers on are staged: nobody reads them before <see cref="Publish"/>.</summary>
    public void Stage(SqliteTransaction transaction, int firstRow, int firstLongText)
    {
        using SqliteCommand mark = Command(
            _writer,
            "INSERT INTO meta (name, value) VALUES ('staged', $row), ('staged_texts', $text); "
                + "INSERT OR IGNORE INTO meta (name, value) SELECT 'version', $empty WHERE $row = 0",
            transaction
        );
        mark.Parameters.AddWithValue("$row", firstRow.ToString(CultureInfo.InvariantCulture));
        mark.Parameters.AddWithValue("$text", firstLongText.ToString(CultureInfo.InvariantCulture));
        mark.Parameters.AddWithValue("$empty", EmptyVersion);
        mark.ExecuteNonQuery();
    }

    /// <summary>Ends the staging: with the transaction everything is there for all.</summary>
    public void Publish(SqliteTransaction transaction) => Execute(transaction, "DELETE FROM meta WHERE name IN ('staged', 'staged_texts')");

    /// <summary>Whether somebody staged rows and has not published them.</summary>
    public bool HasStaged
    {
        get
        {
            lock (_reading)
                return StagedFrom(_reader, null) is not null;
        }
    }

    /// <summary>Takes what was staged and will not be published out again: its texts go, its rows count no more and keep their numbers, for words cannot
    /// be taken out of the full-text index. An index that holds nothing else is emptied.</summary>
    public void DropStaged()
    {
        using SqliteTransaction transaction = Begin();
        if (StagedFrom(_writer, transaction) is not { } first)
            return;
        if (first == 0)
        {
            Execute(
                transaction,
                "DELETE FROM segments; DELETE FROM long_texts; DELETE FROM word_bits; INSERT INTO words (words) VALUES ('delete-all')"
            );
        }
        else
        {
            Execute(
                transaction,
                """
                INSERT OR REPLACE INTO removed (first, last)
                    SELECT min(first_row), max(first_row + rows) - 1 FROM segments
                    WHERE first_row >= (SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'staged') HAVING count(*) > 0;
                DELETE FROM long_texts WHERE number >= (SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'staged_texts')
                """
            );
        }

        Publish(transaction);
        _written!.AppendData("dropped"u8);
        Commit(transaction);
    }

    /// <summary>Keeps a segment as it is: while rows are staged, none of them stands in one segment with others.</summary>
    public void AddStaged(SqliteTransaction transaction, int first, int rows, byte[] content)
    {
        _written!.AppendData(content);
        Insert(transaction, first, rows, content);
    }

    private static int? StagedFrom(SqliteConnection connection, SqliteTransaction? transaction) =>
        Scalar(connection, "SELECT value FROM meta WHERE name = 'staged'", transaction) is { } row
            ? int.Parse(row, CultureInfo.InvariantCulture)
            : null;
}
