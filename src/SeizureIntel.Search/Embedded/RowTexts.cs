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
    }

    /// <summary>Makes a seizure findable by its texts; one without any takes no room.</summary>
    public void AddWords(int row, Case seizureCase, Seizure seizure)
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
        _words.Parameters[0].Value = row;
        _words.Parameters[1].Value = _all.ToString();
        _words.ExecuteNonQuery();
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
    }
}
