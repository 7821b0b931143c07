using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using Microsoft.Data.Sqlite;
using SeizureIntel.Fields;
using SeizureIntel.Search.Columns;
using SeizureIntel.Search.Words;
using SQLitePCL;

namespace SeizureIntel.Search.Embedded;

/// <summary>The index's one file: segments of columns, the words of the texts (FTS5, row id = row number) and the long texts.</summary>
/// <remarks>Rollback journal, not WAL: a rebuilt file takes the old one's name, and a log left by the old one must not be replayed into it.</remarks>
internal sealed partial class IndexFile
{
    // Sixteen segments of a size become one: each row is rewritten a few times at most, and there are never many segments. Large ones stay as they are.
    private const int MergeCount = 16;

    /// <summary>Name of an index that holds nothing.</summary>
    public const string EmptyVersion = "empty";

    private const int VersionDigits = 32;

    private static readonly int[] MergeSizes = [1_024, 16_383];

    private static readonly string Layout = "1 " + string.Join(' ', SeizureFields.All.Select(f => f.Name + ":" + f.Kind));

    private readonly SqliteConnection _writer;
    private readonly SqliteConnection _reader;
    private readonly SqliteCommand _dataVersion;
    private readonly WordLookup _lookup;
    private readonly Lock _reading = new();
    private int _users = 1;
    private IncrementalHash? _written;

    private IndexFile(string path, bool isFresh)
    {
        Path = path;
        _writer = Open(path);
        try
        {
            // What is written is seldom read again: no page needs to stay, but until its commit.
            Execute(
                _writer,
                isFresh
                    ? "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-65536;"
                    : "PRAGMA journal_mode=DELETE; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-4096; PRAGMA cache_spill=OFF;"
            );
            CreateTables();
            _reader = isFresh ? _writer : Open(path);
            _dataVersion = _reader.CreateCommand();
            _dataVersion.CommandText = "PRAGMA data_version";
            _lookup = new WordLookup(_reader);
        }
        catch
        {
            _reader?.Dispose();
            _writer.Dispose();
            throw;
        }
    }

    public string Path { get; }

    /// <summary>Opens the file, which is made where it is missing.</summary>
    /// <exception cref="InvalidDataException">The file is broken or of another version.</exception>
    public static IndexFile OpenOrCreate(string path) => Opened(path, isFresh: false);

    /// <summary>Makes a new file for a rebuild; one left there by a rebuild that broke off is removed. Not safe against a crash until it is complete.</summary>
    public static IndexFile CreateFresh(string path)
    {
        File.Delete(path);
        return Opened(path, isFresh: true);
    }

    /// <summary>A number that changes when any process has written to the file.</summary>
    public long DataVersion()
    {
        lock (_reading)
            return (long)_dataVersion.ExecuteScalar()!;
    }

    /// <summary>The name of what a file holds: a hash over everything ever written to it, in its order. Null for a file of a time when none was kept.</summary>
    /// <exception cref="InvalidDataException">The file is broken.</exception>
    public static string? VersionOf(string path)
    {
        try
        {
            using SqliteConnection connection = Open(path);
            return Scalar(connection, "SELECT name FROM sqlite_master WHERE name = 'meta'") is null
                ? EmptyVersion
                : VersionOf(connection, null);
        }
        catch (SqliteException broken) when (broken.SqliteErrorCode is 11 or 26)
        {
            throw Broken(path, broken);
        }
    }

    /// <summary>The name of what the tables held when they were last loaded or written.</summary>
    public string? Version { get; private set; } = EmptyVersion;

    /// <summary>True where a rebuilt file has taken this one's place.</summary>
    public bool IsSuperseded
    {
        get
        {
            lock (_reading)
                return Scalar(_reader, "SELECT value FROM meta WHERE name = 'superseded'") is not null;
        }
    }

    /// <summary>Tells readers of this file that another is about to take its place; cleared where it did not come to that.</summary>
    public void SetSuperseded(bool isSuperseded) =>
        Execute(
            _writer,
            isSuperseded
                ? "INSERT OR REPLACE INTO meta (name, value) VALUES ('superseded', 'yes')"
                : "DELETE FROM meta WHERE name = 'superseded'"
        );

    /// <summary>Reads what the tables do not hold yet.</summary>
    /// <returns>Segments in the file.</returns>
    public int Load(IndexTables tables)
    {
        lock (_reading)
        {
            using SqliteTransaction moment = _reader.BeginTransaction(deferred: true);
            using SqliteCommand size = Command(
                _reader,
                "SELECT coalesce(max(first_row + rows), 0), count(*) FROM segments WHERE first_row < $staged",
                moment
            );
            int staged = StagedFrom(_reader, moment) ?? int.MaxValue;
            size.Parameters.AddWithValue("$staged", staged);
            int segments;
            using (SqliteDataReader row = size.ExecuteReader())
            {
                row.Read();
                tables.Expected = row.GetInt32(0);
                segments = row.GetInt32(1);
            }

            using SqliteCommand select = Command(
                _reader,
                "SELECT content FROM segments WHERE first_row + rows > $known AND first_row < $staged ORDER BY first_row",
                moment
            );
            select.Parameters.AddWithValue("$staged", staged);
            select.Parameters.AddWithValue("$known", tables.Rows);
            using (SqliteDataReader rows = select.ExecuteReader())
            {
                while (rows.Read())
                    SegmentCodec.Read(tables, Block(rows));
            }

            tables.Expected = 0;
            KillRemoved(tables, moment);
            Version = VersionOf(_reader, moment);
            return segments;
        }
    }

    /// <summary>Begins the one writing transaction.</summary>
    public SqliteTransaction Begin()
    {
        SqliteTransaction transaction = BeginPart();
        _written?.Dispose();
        _written = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        _written.AppendData(Encoding.UTF8.GetBytes(VersionOf(_writer, transaction) ?? "unnamed"));
        return transaction;
    }

    /// <summary>Begins a writing transaction that goes on with what an earlier one wrote and did not name.</summary>
    public SqliteTransaction BeginPart()
    {
        SqliteTransaction transaction = _writer.BeginTransaction(deferred: false);
        using SqliteCommand create = Command(_writer, WordLookup.Table, transaction);
        create.ExecuteNonQuery();
        return transaction;
    }

    /// <summary>Ends the writing transaction; what was written gets its name.</summary>
    public void Commit(SqliteTransaction transaction)
    {
        string version = Convert.ToHexStringLower(_written!.GetHashAndReset())[..VersionDigits];
        using (SqliteCommand name = Command(_writer, "INSERT OR REPLACE INTO meta (name, value) VALUES ('version', $version)", transaction))
        {
            name.Parameters.AddWithValue("$version", version);
            name.ExecuteNonQuery();
        }

        transaction.Commit();
        Version = version;
    }

    /// <summary>Keeps a segment and merges small ones at the end.</summary>
    /// <returns>How many segments were merged; 0 for none.</returns>
    public int AddSegment(SqliteTransaction transaction, IndexTables tables, SegmentCodec.Mark from, byte[] content)
    {
        AddStaged(transaction, from.Rows, tables.Rows - from.Rows, content);
        return Merge(transaction, tables);
    }

    /// <summary>Keeps that rows count no more; their bytes stay until a rebuild.</summary>
    /// <param name="transaction">The writing transaction.</param>
    /// <param name="removed">The rows, in ascending order.</param>
    public void Remove(SqliteTransaction transaction, ReadOnlySpan<int> removed)
    {
        using SqliteCommand insert = Command(_writer, "INSERT OR REPLACE INTO removed (first, last) VALUES ($first, $last)", transaction);
        insert.Parameters.Add("$first", SqliteType.Integer);
        insert.Parameters.Add("$last", SqliteType.Integer);
        for (int at = 0, end; at < removed.Length; at = end)
        {
            for (end = at + 1; end < removed.Length && removed[end] == removed[end - 1] + 1; )
                end++;
            insert.Parameters["$first"].Value = removed[at];
            insert.Parameters["$last"].Value = removed[end - 1];
            insert.ExecuteNonQuery();
        }

        _written!.AppendData(MemoryMarshal.AsBytes(removed));
    }

    /// <summary>Writes words and long texts of rows; reused for all rows of a transaction.</summary>
    public RowTexts Texts(SqliteTransaction transaction) => new(_writer, transaction, _written!);

    /// <summary>Sets the bit of each row in which a word or phrase stands.</summary>
    public void Find(SearchWord word, ulong[] bits, int rows)
    {
        lock (_reading)
            _lookup.Find(word, bits, rows);
    }

    /// <summary>The words of all texts that begin so, those of replaced seizures among them.</summary>
    public IReadOnlyList<string> WordsFrom(string beginning)
    {
        var words = new List<string>();
        lock (_reading)
        {
            Execute(_reader, "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab('main', 'words', 'row')");
            using SqliteCommand select = Command(_reader, "SELECT term FROM temp.vocabulary WHERE term >= $from AND term <= $to", null);
            select.Parameters.AddWithValue("$from", beginning);
            select.Parameters.AddWithValue("$to", beginning + char.ConvertFromUtf32(0x10FFFF));
            using SqliteDataReader found = select.ExecuteReader();
            while (found.Read())
                words.Add(found.GetString(0));
        }

        return words;
    }

    /// <summary>Long texts by number; numbers that are not there are left out.</summary>
    public Dictionary<int, string> LongTexts(int first, int last)
    {
        var texts = new Dictionary<int, string>();
        lock (_reading)
        {
            using SqliteCommand select = Command(
                _reader,
                "SELECT number, text FROM long_texts WHERE number BETWEEN $first AND $last",
                null
            );
            select.Parameters.AddWithValue("$first", first);
            select.Parameters.AddWithValue("$last", last);
            using SqliteDataReader found = select.ExecuteReader();
            while (found.Read())
                texts.Add(found.GetInt32(0), found.GetString(1));
        }

        return texts;
    }

    /// <summary>Keeps the file open for one more user.</summary>
    public void Acquire() => Interlocked.Increment(ref _users);

    /// <summary>Ends one use; the last closes the file.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _users) > 0)
            return;
        lock (_reading)
        {
            _written?.Dispose();
            _dataVersion.Dispose();
            _reader.Dispose();
            _writer.Dispose();
        }
    }

    // Where SQLite holds it, until the next row is read.
    private static ReadOnlySpan<byte> Block(SqliteDataReader rows) => raw.sqlite3_column_blob(rows.Handle, 0);

    private void KillRemoved(IndexTables tables, SqliteTransaction moment)
    {
        using SqliteCommand select = Command(_reader, "SELECT first, last FROM removed ORDER BY first", moment);
        using SqliteDataReader ranges = select.ExecuteReader();
        while (ranges.Read())
        {
            for (int row = ranges.GetInt32(0); row <= ranges.GetInt32(1); row++)
                tables.Kill(row);
        }
    }

    private static IndexFile Opened(string path, bool isFresh)
    {
        try
        {
            return new IndexFile(path, isFresh);
        }
        catch (SqliteException broken) when (broken.SqliteErrorCode is 11 or 26)
        {
            throw Broken(path, broken);
        }
    }

    private static InvalidDataException Broken(string path, SqliteException broken) =>
        new($"The index {path} is broken ({broken.Message}); run reindex.", broken);

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Pooling = false,
                DefaultTimeout = 60,
            }.ToString()
        );
        connection.Open();
        return connection;
    }

    private void CreateTables()
    {
        if (Scalar(_writer, "SELECT name FROM sqlite_master WHERE name = 'meta'") is null)
        {
            using SqliteTransaction transaction = _writer.BeginTransaction(deferred: false);
            using SqliteCommand create = Command(
                _writer,
                """
                CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
                CREATE TABLE IF NOT EXISTS segments (first_row INTEGER PRIMARY KEY, rows INTEGER NOT NULL, content BLOB NOT NULL);
                CREATE TABLE IF NOT EXISTS long_texts (number INTEGER PRIMARY KEY, text TEXT NOT NULL);
                CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(text, content='', columnsize=0, tokenize='ascii');
                INSERT INTO words (words, rank) VALUES ('hashsize', 16777216);
                INSERT OR IGNORE INTO meta (name, value) VALUES ('layout', $layout);
                """,
                transaction
            );
            create.Parameters.AddWithValue("$layout", Layout);
            create.ExecuteNonQuery();
            transaction.Commit();
        }

        if (Scalar(_writer, "SELECT name FROM sqlite_master WHERE name = 'removed'") is null)
            Execute(_writer, "CREATE TABLE IF NOT EXISTS removed (first INTEGER PRIMARY KEY, last INTEGER NOT NULL)");
        if (Scalar(_writer, "SELECT value FROM meta WHERE name = 'layout'") != Layout)
            throw new InvalidDataException($"The index {Path} was written for other fields than this version has; run reindex.");
    }

    private void Insert(SqliteTransaction transaction, int first, int rows, byte[] content)
    {
        using SqliteCommand insert = Command(
            _writer,
            "INSERT OR REPLACE INTO segments (first_row, rows, content) VALUES ($first, $rows, $content)",
            transaction
        );
        insert.Parameters.AddWithValue("$first", first);
        insert.Parameters.AddWithValue("$rows", rows);
        insert.Parameters.AddWithValue("$content", content);
        insert.ExecuteNonQuery();
    }

    /// <summary>Merges small segments at the end.</summary>
    /// <returns>How many; 0 for none.</returns>
    public int Merge(SqliteTransaction transaction, IndexTables tables)
    {
        var segments = new List<(int First, int Rows)>();
        using (SqliteCommand select = Command(_writer, "SELECT first_row, rows FROM segments ORDER BY first_row DESC", transaction))
        using (SqliteDataReader rows = select.ExecuteReader())
        {
            while (rows.Read())
                segments.Add((rows.GetInt32(0), rows.GetInt32(1)));
        }

        int merged = 0;
        foreach (int size in MergeSizes)
        {
            (int First, int Rows)[] small = [.. segments.TakeWhile(s => s.Rows <= size)];
            if (small.Length < MergeCount)
                continue;
            merged = small.Length;
            int first = small[^1].First;
            int total = small.Sum(s => s.Rows);
            segments.RemoveRange(0, small.Length);
            segments.Insert(0, (first, total));
            Join(transaction, tables, first, total);
        }

        return merged;
    }

    // The tables hold every row, so the joined segment is written from them; the file only says where it begins and what it replaced.
    private void Join(SqliteTransaction transaction, IndexTables tables, int first, int total)
    {
        SegmentCodec.Mark? from = null;
        var replaced = new List<int>();
        using (
            SqliteCommand select = Command(
                _writer,
                "SELECT content FROM segments WHERE first_row >= $first ORDER BY first_row",
                transaction
            )
        )
        {
            select.Parameters.AddWithValue("$first", first);
            using SqliteDataReader rows = select.ExecuteReader();
            while (rows.Read())
            {
                (SegmentCodec.Mark start, int[] gone) = SegmentCodec.ReadHead(Block(rows));
                from ??= start;
                replaced.AddRange(gone);
            }
        }

        using SqliteCommand delete = Command(_writer, "DELETE FROM segments WHERE first_row >= $first", transaction);
        delete.Parameters.AddWithValue("$first", first);
        delete.ExecuteNonQuery();
        Insert(transaction, first, total, SegmentCodec.Write(tables, from!, replaced));
    }

    private static string? VersionOf(SqliteConnection connection, SqliteTransaction? transaction) =>
        Scalar(connection, "SELECT value FROM meta WHERE name = 'version'", transaction)
        ?? (Scalar(connection, "SELECT first_row FROM segments LIMIT 1", transaction) is null ? EmptyVersion : null);

    private static SqliteCommand Command(SqliteConnection connection, string text, SqliteTransaction? transaction)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = text;
        command.Transaction = transaction;
        return command;
    }

    private static void Execute(SqliteConnection connection, string text)
    {
        using SqliteCommand command = Command(connection, text, null);
        command.ExecuteNonQuery();
    }

    private void Execute(SqliteTransaction transaction, string text)
    {
        using SqliteCommand command = Command(_writer, text, transaction);
        command.ExecuteNonQuery();
    }

    private static string? Scalar(SqliteConnection connection, string text, SqliteTransaction? transaction = null)
    {
        using SqliteCommand command = Command(connection, text, transaction);
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) is { Length: > 0 } value ? value : null;
    }
}
