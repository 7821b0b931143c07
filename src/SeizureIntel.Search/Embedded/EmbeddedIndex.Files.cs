using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using SeizureIntel.Cases;
using SeizureIntel.Loops;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Search.Columns;
using SeizureIntel.Search.Logging;
using SeizureIntel.Submissions;

namespace SeizureIntel.Search.Embedded;

// Opening, following what other processes write, writing, and taking the place of a rebuilt file.
public sealed partial class EmbeddedIndex
{
    private string LockPath => Path.Combine(_folder, "write.lock");

    private Moment Now()
    {
        lock (_state)
        {
            // While this process writes, its tables are ahead of the file; readers keep the snapshot from before.
            if (!_isWriting)
                Refresh();
            _file?.Acquire();
            return new Moment(_snapshot, _file);
        }
    }

    private void Refresh()
    {
        if (!File.Exists(_path))
        {
            if (_file is null)
                return;
            Close();
            _snapshot = _tables.Snapshot();
            return;
        }

        if (_file is null)
        {
            Open();
            return;
        }

        long version = _file.DataVersion();
        if (version == _seenVersion)
            return;
        if (_file.IsSuperseded)
        {
            Close();
            Open();
            return;
        }

        (int known, int live) = (_tables.Rows, _tables.Live);
        IndexFile changed = _file;
        Readable(() => changed.Load(_tables));
        _seenVersion = version;
        _version = changed.Version;
        if (_tables.Rows != known || _tables.Live != live)
            _snapshot = _tables.Snapshot();
    }

    private void Open()
    {
        long start = _time.GetTimestamp();
        IndexFile file = Readable(() => IndexFile.OpenOrCreate(_path));
        try
        {
            _seenVersion = file.DataVersion();
            int segments = Readable(() => file.Load(_tables));
            _file = file;
            _version = file.Version;
            _snapshot = _tables.Snapshot();
            _unreadableSince = null;
            _log.Opened(_snapshot.Live, segments, Milliseconds(start));
        }
        catch
        {
            file.Release();
            _tables = new IndexTables();
            throw;
        }
    }

    // A broken file, or one of another version, is an index that answers nobody until a rebuild: what comes in waits in the store.
    private T Readable<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException other)
        {
            throw new IndexUnavailableException(other.Message.TrimEnd('.'), _unreadableSince ??= _time.GetUtcNow(), other)
            {
                Advice = "Build the index anew with ./run reindex; what waits arrives by itself.",
            };
        }
    }

    private void Close()
    {
        _file?.Release();
        _file = null;
        _version = IndexFile.EmptyVersion;
        _tables = new IndexTables();
    }

    private async Task<IDisposable> LockAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_folder);
        return await WriteLock.TakeAsync(LockPath, Patience, _time, _log.Waiting, cancellationToken);
    }

    private IndexFile BeginWriting()
    {
        lock (_state)
        {
            if (_file is not null)
                Refresh();
            if (_file is null)
                Open();
            IndexFile file = _file!;

            // Under the write lock no rebuild is at work: one that broke off between its mark and its move left this file in its place.
            if (file.IsSuperseded)
                file.SetSuperseded(false);

            // Nor does anybody stage: who did has ended, and the store never committed it or hands it out again.
            if (file.HasStaged)
            {
                file.DropStaged();
                Refresh();
            }

            _isWriting = true;
            return _file!;
        }
    }

    private void EndWriting(bool isWhole)
    {
        lock (_state)
        {
            _isWriting = false;
            if (isWhole)
            {
                _snapshot = _tables.Snapshot();
                _seenVersion = _file!.DataVersion();
                _version = _file.Version;
            }
            else
            {
                // The tables hold rows that the file does not: the next query reads the file anew.
                Close();
            }
        }
    }

    private void Write(IndexFile file, IndexTables tables, IReadOnlyList<Case> cases)
    {
        long start = _time.GetTimestamp();
        int first = tables.Rows;
        int replaced = 0;
        tables.ExpectMore(_toCome);
        using SqliteTransaction transaction = file.Begin();
        using (RowTexts texts = file.Texts(transaction))
        {
            int next = 0;
            while (next < cases.Count)
                replaced += WriteSegment(file, transaction, texts, tables, cases, ref next);
        }

        file.Commit(transaction);
        tables.Expected = 0;
        _toCome = Math.Max(0, _toCome - (tables.Rows - first));
        _log.Fed(tables.Rows - first, replaced, Milliseconds(start));
    }

    private int WriteSegment(
        IndexFile file,
        SqliteTransaction transaction,
        RowTexts texts,
        IndexTables tables,
        IReadOnlyList<Case> cases,
        ref int next
    )
    {
        SegmentCodec.Mark from = SegmentCodec.MarkOf(tables);
        int begin = next,
            end = IndexTables.EndOf(cases, begin, SegmentRows);
        next = end;
        List<int> replaced = [];
        List<(int Number, string Text)> longTexts = [];
        byte[] segment = [];

        // Columns and words know nothing of each other.
        Together(
            () =>
            {
                replaced = tables.Append(cases, begin, end, (number, text) => longTexts.Add((number, text)));
                segment = SegmentCodec.Write(tables, from, replaced);
            },
            () => texts.AddSegment(cases, begin, end, from.Rows)
        );
        foreach ((int number, string text) in longTexts)
            texts.AddLong(number, text);
        int merged = file.AddSegment(transaction, tables, from, segment);
        if (merged > 0)
            _log.Merged(merged, tables.Rows);
        return replaced.Count;
    }

    private static void Together(Action one, Action other)
    {
        try
        {
            Parallel.Invoke(SideBySide.Here(), one, other);
        }
        catch (AggregateException both)
        {
            ExceptionDispatchInfo.Throw(both.InnerExceptions[0]);
        }
    }

    private void Remove(IndexFile file, IndexTables tables, Removal removal)
    {
        long start = _time.GetTimestamp();
        int[] rows = _filter.Rows(_snapshot, file, Reader.Owner, SeizureQuery.All.With(removal.Field, removal.Value)).ToArray();
        if (rows.Length == 0)
            return;
        using SqliteTransaction transaction = file.Begin();
        file.Remove(transaction, rows);
        file.Commit(transaction);
        foreach (int row in rows)
            tables.Kill(row);
        _log.Removed(rows.Length, Milliseconds(start));
    }

    private async Task<IndexTables> BuildAsync(
        string path,
        IAsyncEnumerable<IReadOnlyList<Case>> cases,
        CancellationToken cancellationToken
    )
    {
        var tables = new IndexTables();
        IndexFile fresh = IndexFile.CreateFresh(path);
        try
        {
            using SqliteTransaction transaction = fresh.Begin();
            using RowTexts texts = fresh.Texts(transaction);
            var waiting = new List<Case>();
            int seizures = 0;
            await foreach (IReadOnlyList<Case> batch in cases.WithCancellation(cancellationToken))
            {
                foreach (Case one in batch)
                {
                    waiting.Add(one);
                    seizures += one.Seizures.Count;
                }

                if (seizures < SegmentRows)
                    continue;
                WriteWaiting();
            }

            WriteWaiting();
            fresh.Commit(transaction);

            void WriteWaiting()
            {
                int next = 0;
                while (next < waiting.Count)
                    WriteSegment(fresh, transaction, texts, tables, waiting, ref next);
                waiting.Clear();
                seizures = 0;
            }
        }
        finally
        {
            fresh.Release();
        }

        using (var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite))
            file.Flush(flushToDisk: true);
        return tables;
    }

    private void TakePlace(IndexTables tables)
    {
        lock (_state)
        {
            MarkOld();

            // The mark is committed before the move: a journal of the old file must not lie beside the new one.
            File.Move(_fresh, _path, overwrite: true);
            Close();
            IndexFile file = IndexFile.OpenOrCreate(_path);
            _seenVersion = file.DataVersion();
            _file = file;
            _version = IndexFile.VersionOf(_path);
            _tables = tables;
            _snapshot = tables.Snapshot();
            _unreadableSince = null;
        }
    }

    private void MarkOld()
    {
        if (!File.Exists(_path))
            return;
        try
        {
            if (_file is { } open)
            {
                open.SetSuperseded(true);
                return;
            }

            IndexFile old = IndexFile.OpenOrCreate(_path);
            old.SetSuperseded(true);
            old.Release();
        }
        catch (InvalidDataException)
        {
            // A broken file, or one of another version, has no readers who could be told.
            File.Delete(_path + "-journal");
        }
    }

    private long Milliseconds(long start) => (long)_time.GetElapsedTime(start).TotalMilliseconds;
}
