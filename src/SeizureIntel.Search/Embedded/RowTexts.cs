using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using SeizureIntel.Cases;
using SeizureIntel.Search.Words;

namespace SeizureIntel.Search.Embedded;

/// <summary>Writes the words of seizures, under their row number, and long texts, under their own.</summary>
internal sealed class RowTexts : IDisposable
{
    private readonly RowStatement _words;
    private readonly RowStatement _long;
    private readonly SqliteCommand _bits;
    private readonly FrequentWords _frequent = new();
    private readonly IncrementalHash _written;
    private readonly StringBuilder _ofCase = new();
    private readonly StringBuilder _all = new();
    private Case? _case;

    public RowTexts(SqliteConnection connection, SqliteTransaction transaction, IncrementalHash written)
    {
        _written = written;
        _words = new RowStatement(connection, "INSERT INTO words (rowid, text) VALUES (?, ?)");
        _long = new RowStatement(connection, "INSERT INTO long_texts (number, text) VALUES (?, ?)");
        _bits = connection.CreateCommand();
        _bits.Transaction = transaction;
        _bits.CommandText = "INSERT OR REPLACE INTO word_bits (word, first_row, rows, bits) VALUES ($word, $first, $rows, $bits)";
        _bits.Parameters.Add("$word", SqliteType.Text);
        _bits.Parameters.Add("$first", SqliteType.Integer);
        _bits.Parameters.Add("$rows", SqliteType.Integer);
        _bits.Parameters.Add("$bits", SqliteType.Blob);
    }

    /// <summary>Makes the seizures of a segment findable by their texts; one without any takes no room.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="begin">The first case of the segment.</param>
    /// <param name="end">The case behind its last one.</param>
    /// <param name="first">The number of its first row.</param>
    public void AddSegment(IReadOnlyList<Case> cases, int begin, int end, int first) =>
        EndSegment(first, AddRows(cases, begin, end, first, first) - first);

    /// <summary>Does the same with some of a segment's seizures.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="begin">The first case.</param>
    /// <param name="end">The case behind the last one.</param>
    /// <param name="row">The number of their first row.</param>
    /// <param name="first">The number of the segment's first row.</param>
    /// <returns>The number behind that of their last row.</returns>
    public int AddRows(IReadOnlyList<Case> cases, int begin, int end, int row, int first)
    {
        for (int i = begin; i < end; i++)
        {
            foreach (Seizure seizure in cases[i].Seizures)
                AddWords(row++, first, cases[i], seizure);
        }

        return row;
    }

    private void AddWords(int row, int first, Case seizureCase, Seizure seizure)
    {
        if (!ReferenceEquals(seizureCase, _case))
        {
            _case = seizureCase;
            _ofCase.Clear();
            SeizureWords.WriteCase(_ofCase, seizureCase);
        }

        _all.Clear().Append(_ofCase);
        SeizureWords.WriteItem(_all, seizure);
        if (_all.Length == 0)
            return;
        string text = _all.ToString();
        _words.Insert(row, _words.Utf8(text));
        _frequent.Add(row - first, text);
    }

    /// <summary>Ends a segment: its frequent words are kept as bits too.</summary>
    public void EndSegment(int first, int rows)
    {
        foreach ((string word, byte[] bits) in _frequent.Take(rows))
        {
            _bits.Parameters[0].Value = word;
            _bits.Parameters[1].Value = first;
            _bits.Parameters[2].Value = rows;
            _bits.Parameters[3].Value = bits;
            _bits.ExecuteNonQuery();
        }
    }

    public void AddLong(int number, string text)
    {
        // Long texts stand beside the segments, which hold their numbers only.
        ReadOnlySpan<byte> utf8 = _long.Utf8(text);
        _written.AppendData(utf8);
        _long.Insert(number, utf8);
    }

    public void Dispose()
    {
        _words.Dispose();
        _long.Dispose();
        _bits.Dispose();
    }
}
