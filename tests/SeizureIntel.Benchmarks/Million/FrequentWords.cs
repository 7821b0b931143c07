using System.Collections.Generic;
using System.IO;
using Microsoft.Data.Sqlite;

namespace SeizureIntel.Benchmarks.Million;

/// <summary>The words that stand in most seizures, and what the index takes on disk.</summary>
internal static class FrequentWords
{
    private const int Count = 50;

    /// <summary>The fifty most frequent words of four letters and more.</summary>
    public static IReadOnlyList<string> Of(string folder)
    {
        using SqliteConnection connection = Open(folder);
        using SqliteCommand words = connection.CreateCommand();
        words.CommandText =
            "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, words, row); "
            + $"SELECT term FROM temp.vocabulary WHERE term GLOB '[a-z][a-z][a-z][a-z]*' ORDER BY doc DESC, term LIMIT {Count}";
        var all = new List<string>();
        using SqliteDataReader rows = words.ExecuteReader();
        while (rows.Read())
            all.Add(rows.GetString(0));
        return all;
    }

    /// <summary>Bytes of the columns on disk, and of the whole index file.</summary>
    public static (long Columns, long File) Sizes(string folder)
    {
        using SqliteConnection connection = Open(folder);
        using SqliteCommand size = connection.CreateCommand();
        size.CommandText = "SELECT coalesce(sum(length(content)), 0) FROM segments";
        return ((long)size.ExecuteScalar()!, new FileInfo(Path.Combine(folder, "index", "index.db")).Length);
    }

    /// <summary>Characters of the narratives, and how many there are.</summary>
    public static (long Narratives, double Characters) Narratives(string folder)
    {
        using SqliteConnection connection = Open(folder);
        using SqliteCommand texts = connection.CreateCommand();
        texts.CommandText = "SELECT count(*), coalesce(avg(length(text)), 0) FROM long_texts";
        using SqliteDataReader row = texts.ExecuteReader();
        row.Read();
        return (row.GetInt64(0), row.GetDouble(1));
    }

    private static SqliteConnection Open(string folder)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = Path.Combine(folder, "index", "index.db"),
                Mode = SqliteOpenMode.ReadWrite,
                Pooling = false,
            }.ToString()
        );
        connection.Open();
        return connection;
    }
}
