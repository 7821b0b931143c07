using System;
using System.Collections.Generic;
using Microsoft.Data.Sqlite;
using SeizureIntel.Search.Words;

namespace SeizureIntel.Search.Embedded;

/// <summary>Finds the rows of a word: from the bits of the segments in which it is frequent, from the full-text index elsewhere.</summary>
/// <param name="connection">The reader's connection; used by one thread at a time.</param>
internal sealed class WordLookup(SqliteConnection connection)
{
    /// <summary>The bits of frequent words, a row for each segment; an index of before this table is found without it.</summary>
    public const string Table = """
        CREATE TABLE IF NOT EXISTS word_bits (
            word TEXT NOT NULL, first_row INTEGER NOT NULL, rows INTEGER NOT NULL, bits BLOB NOT NULL, PRIMARY KEY (word, first_row)
        )
        """;

    private bool _hasBits;

    /// <summary>Sets the bit of each row in which the word stands.</summary>
    public void Find(SearchWord word, ulong[] bits, int rows)
    {
        int covered = 0;
        if (word.Tokens.Count == 1 && !word.IsPrefix && FrequentWords.IsWord(word.Tokens[0]) && HasBits())
        {
            foreach ((int first, int count) in Spread(word.Tokens[0], bits, rows))
            {
                if (first > covered)
                    FindBetween(word.Match, covered, first - 1, bits, rows);
                covered = first + count;
            }
        }

        if (covered < rows)
            FindBetween(word.Match, covered, rows - 1, bits, rows);
    }

    private List<(int First, int Rows)> Spread(string word, ulong[] bits, int rows)
    {
        var parts = new List<(int First, int Rows)>();
        using SqliteCommand select = connection.CreateCommand();
        select.CommandText =
            "SELECT first_row, rows, bits FROM word_bits WHERE word = $word AND first_row + rows <= $rows ORDER BY first_row";
        select.Parameters.AddWithValue("$word", word);
        select.Parameters.AddWithValue("$rows", rows);
        using SqliteDataReader found = select.ExecuteReader();
        while (found.Read())
        {
            int first = found.GetInt32(0);
            parts.Add((first, found.GetInt32(1)));
            Add((byte[])found[2], first, bits);
        }

        return parts;
    }

    // A segment begins anywhere within a word of 64 rows, so each of its bytes may reach into the next word.
    private static void Add(ReadOnlySpan<byte> part, int first, ulong[] bits)
    {
        for (int i = 0; i < part.Length; i++)
        {
            if (part[i] == 0)
                continue;
            int row = first + (i * 8),
                shift = row & 63;
            ulong eight = part[i];
            bits[row >> 6] |= eight << shift;
            if (shift > 56 && eight >> (64 - shift) > 0)
                bits[(row >> 6) + 1] |= eight >> (64 - shift);
        }
    }

    private void FindBetween(string match, int first, int last, ulong[] bits, int rows)
    {
        using SqliteCommand select = connection.CreateCommand();
        select.CommandText = "SELECT rowid FROM words WHERE words MATCH $match AND rowid BETWEEN $first AND $last";
        select.Parameters.AddWithValue("$match", match);
        select.Parameters.AddWithValue("$first", first);
        select.Parameters.AddWithValue("$last", last);
        using SqliteDataReader found = select.ExecuteReader();
        while (found.Read())
        {
            long row = found.GetInt64(0);
            if (row < rows)
                bits[row >> 6] |= 1UL << (int)(row & 63);
        }
    }

    private bool HasBits()
    {
        if (_hasBits)
            return true;
        using SqliteCommand select = connection.CreateCommand();
        select.CommandText = "SELECT 1 FROM sqlite_master WHERE name = 'word_bits'";
        return _hasBits = select.ExecuteScalar() is not null;
    }
}
