using System;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using SeizureIntel.Cases;
using SeizureIntel.Search.Words;

namespace SeizureIntel.Search.Embedded;

/// <summary>Writes the words of seizures, under their row number, and long texts, under their own.</summary>
internal sealed class RowTexts : IDisposable
{
    private readonly SqliteCommand _words;
    private readonly SqliteCommand _long;
    private readonly SqliteCommand _bits;
    private readonly FrequentWords _frequent = new();
    private readonly IncrementalHash _written;
    private readonly StringBuilder _ofCase = new();
    private readonly StringBuilder _all = new();
    private Case? _case;

    public RowTexts(SqliteConnection connection, SqliteTransaction transaction, IncrementalHash written)
    {
        _written = written;
        _words = connection.CreateCommand();
        _words.Transaction = transaction;
        _words.CommandText = "INSERT INTO words (rowid, text) VALUES ($row, $text)";
        _words.Parameters.Add("$row", SqliteType.Integer);
        _words.Parameters.Add("$text", SqliteType.Text);
        _long = connection.CreateCommand();
        _long.Transaction = transaction;
        _long.CommandText = "INSERT INTO long_texts (number, text) VALUES ($number, $text)";
        _long.Parameters.Add("$number", SqliteType.Integer);
        _long.Parameters.Add("$text", SqliteType.Text);
        _bits = connection.CreateCommand();
        _bits.Transaction = transaction;
        _bits.CommandText = "INSERT OR REPLACE INTO word_bits (word, first_row, rows, bits) VALUES ($word, $first, $rows, $bits)";
        _bits.Parameters.Add("$word", SqliteType.Text);
        _bits.Parameters.Add("$first", SqliteType.Integer);
        _bits.Parameters.Add("$rows", SqliteType.Integer);
        _bits.Parameters.Add("$bits", SqliteType.Blob);
    }

    /// <summary>Makes a seizure findable by its texts; one without any takes no room.</summary>
    /// <param name="row">The row's number.</param>
    /// <param name="first">The first row of its segment.</param>
    /// <param name="seizureCase">The case.</param>
    /// <param name="seizure">One of its seizures.</param>
    public void AddWords(int row, int first, Case seizureCase, Seizure seizure)
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
        _words.Parameters[0].Value = row;
        _words.Parameters[1].Value = text;
        _words.ExecuteNonQuery();
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
        _written.AppendData(Encoding.UTF8.GetBytes(text));
        _long.Parameters[0].Value = number;
        _long.Parameters[1].Value = text;
        _long.ExecuteNonQuery();
    }

    public void Dispose()
    {
        _words.Dispose();
        _long.Dispose();
        _bits.Dispose();
    }
}
