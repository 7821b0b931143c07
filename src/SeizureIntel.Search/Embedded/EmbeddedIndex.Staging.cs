using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using SeizureIntel.Cases;
using SeizureIntel.Ports;
using SeizureIntel.Search.Columns;
using SeizureIntel.Search.Logging;
using SeizureIntel.Submissions;

namespace SeizureIntel.Search.Embedded;

// Taking cases that the store has not committed yet: written segment by segment behind a mark up to which everybody reads.
public sealed partial class EmbeddedIndex
{
    // Enough for columns and words to be worth a thread each, few enough for the cases to be gone before the collector moves them.
    private const int StagedAtOnce = 2_048;

    // Columns are written more often than words: a block of them lies in memory three times until it is written.
    private const int StagedBlockRows = 16_384;

    private static readonly TimeSpan StagingPatience = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    /// <remarks>The index is written by nobody else meanwhile, as the store in the data folder is not.</remarks>
    public async Task<StagedCases?> StageAsync(int seizures, CancellationToken cancellationToken)
    {
        if (!await _writing.WaitAsync(StagingPatience, cancellationToken))
            return null;
        IDisposable? held = null;
        Staging? staging = null;
        try
        {
            Directory.CreateDirectory(_folder);
            held = WriteLock.Take(LockPath);
            staging = new Staging(this, BeginWriting(), held, seizures);
            staging.Begin();
            return staging;
        }
        catch (Exception problem)
        {
            if (staging is not null)
                await staging.DisposeAsync();
            else
            {
                held?.Dispose();
                _writing.Release();
            }

            // Another process writes, or the file cannot be read: what feeds it later waits, or tells it.
            if (problem is IOException or IndexUnavailableException)
                return null;
            throw;
        }
    }

    private sealed class Staging : StagedCases
    {
        private readonly EmbeddedIndex _index;
        private readonly IndexFile _file;
        private readonly IndexTables _tables;
        private readonly IDisposable _held;
        private readonly long _began;
        private readonly int _first;
        private List<Case> _waiting = [];
        private int _seizures;
        private SqliteTransaction? _transaction;
        private RowTexts? _texts;
        private SegmentCodec.Mark _from;
        private SegmentCodec.Mark _blockFrom;
        private bool _isPublished;
        private bool _isDisposed;

        public Staging(EmbeddedIndex index, IndexFile file, IDisposable held, int seizures)
        {
            _index = index;
            _file = file;
            _tables = index._tables;
            _held = held;
            _began = index._time.GetTimestamp();
            _blockFrom = _from = SegmentCodec.MarkOf(_tables);
            _first = _tables.Rows;
            _tables.ExpectMore(seizures);
        }

        public void Begin()
        {
            _transaction = _file.Begin();
            _file.Stage(_transaction, _first, _from.Entries[IndexTables.OrdinalOf("narrative")]);
        }

        public override Task AddAsync(IReadOnlyList<Case> cases, CancellationToken cancellationToken)
        {
            foreach (Case each in cases)
            {
                _waiting.Add(each);
                _seizures += each.Seizures.Count;
            }

            if (_seizures >= StagedAtOnce)
                Write();
            return Task.CompletedTask;
        }

        public override Task CompleteAsync(CancellationToken cancellationToken)
        {
            Write();
            EndSegment();
            return Task.CompletedTask;
        }

        public override Task PublishAsync(CancellationToken cancellationToken)
        {
            if (_tables.Rows == _first)
            {
                // Nothing came: the index is what it was, and so is its name.
                End();
                return Task.CompletedTask;
            }

            SqliteTransaction transaction = _transaction ??= _file.BeginPart();
            int merged = _file.Merge(transaction, _tables);
            if (merged > 0)
                _index._log.Merged(merged, _tables.Rows);
            _file.Publish(transaction);
            _file.Commit(transaction);
            (_transaction, _isPublished) = (null, true);
            _index._log.Fed(_tables.Rows - _first, 0, _index.Milliseconds(_began));
            End();
            return Task.CompletedTask;
        }

        public override ValueTask DisposeAsync()
        {
            End();
            return ValueTask.CompletedTask;
        }

        private void End()
        {
            if (_isDisposed)
                return;
            _isDisposed = true;
            _tables.Expected = 0;
            try
            {
                _texts?.Dispose();
                if (!_isPublished)
                {
                    _transaction?.Dispose();
                    if (_file.HasStaged)
                        _file.DropStaged();
                }
            }
            catch (Exception full) when (full is SqliteException or IOException)
            {
                // Nobody reads what stays there, and whoever writes next takes it out.
                _index._log.StagedLeft(full.Message);
            }
            finally
            {
                // Tables that got no rows are still those of the file.
                _index.EndWriting(_isPublished || _tables.Rows == _first);
                _held.Dispose();
                _index._writing.Release();
            }
        }

        private void Write()
        {
            if (_waiting.Count == 0)
                return;
            _transaction ??= _file.BeginPart();
            RowTexts texts = _texts ??= _file.Texts(_transaction);
            List<Case> cases = _waiting;
            int first = _tables.Rows;
            List<(int Number, string Text)> longTexts = [];
            List<int> replaced = [];
            Together(
                () => replaced = _tables.Append(cases, 0, cases.Count, (number, text) => longTexts.Add((number, text))),
                () => texts.AddRows(cases, 0, cases.Count, first, _from.Rows)
            );
            if (replaced.Count > 0)
                throw new InvalidOperationException("Seizures that the index holds already cannot be staged.");
            foreach ((int number, string text) in longTexts)
                texts.AddLong(number, text);
            _waiting = [];
            _seizures = 0;
            if (_tables.Rows - _blockFrom.Rows >= StagedBlockRows)
                EndBlock();
            if (_tables.Rows - _from.Rows >= SegmentRows)
                EndSegment();
        }

        private void EndBlock()
        {
            int first = _blockFrom.Rows;
            if (first == _tables.Rows)
                return;
            _file.AddStaged(_transaction!, first, _tables.Rows - first, SegmentCodec.Write(_tables, _blockFrom, []));
            _blockFrom = SegmentCodec.MarkOf(_tables);
        }

        // What is uncommitted lies in memory.
        private void EndSegment()
        {
            if (_texts is null)
                return;
            EndBlock();
            _texts.EndSegment(_from.Rows, _tables.Rows - _from.Rows);
            _texts.Dispose();
            _texts = null;
            _transaction!.Commit();
            _transaction.Dispose();
            _transaction = null;
            _from = _blockFrom;
        }
    }
}
