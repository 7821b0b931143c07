using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using SeizureIntel.Cases;
using SeizureIntel.CodeLists;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Search.Columns;
using SeizureIntel.Search.Logging;
using SeizureIntel.Search.Words;
using SeizureIntel.Submissions;

namespace SeizureIntel.Search.Embedded;

/// <summary>The index in the data folder: columns in memory for filters, facets and tabulations, SQLite FTS5 for words, one file for both.</summary>
/// <remarks>Any number of processes may read and write one folder; each sees what the others fed when its next query starts. Replaced seizures keep
/// their room in the file until a rebuild.</remarks>
public sealed partial class EmbeddedIndex : ISeizureIndex, IDisposable
{
    private const int SegmentRows = 65_536;

    // As long as for the store: a large load holds both.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private readonly string _folder;
    private readonly string _path;
    private readonly string _fresh;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly CodeListSet _lists;
    private readonly LabelWords _labels;
    private readonly RowFilter _filter;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly Lock _state = new();
    private IndexFile? _file;
    private IndexTables _tables = new();
    private IndexSnapshot _snapshot;
    private long _seenVersion;
    private DateTimeOffset? _unreadableSince;
    private string? _version = IndexFile.EmptyVersion;
    private bool _isWriting;
    private int _toCome;

    /// <summary>Names the place of the index; nothing is opened or made before it is needed.</summary>
    /// <param name="dataFolder">The data folder; the index stands in its folder <c>index</c>.</param>
    /// <param name="lists">The code lists, for codes below codes and for the names of codes.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Takes what an operator should know.</param>
    public EmbeddedIndex(string dataFolder, CodeListSet lists, TimeProvider time, ILogger<EmbeddedIndex> log)
    {
        _folder = Path.Combine(dataFolder, "index");
        _path = Path.Combine(_folder, "index.db");
        _fresh = _path + ".new";
        _time = time;
        _log = log;
        _lists = lists;
        _labels = new LabelWords(lists);
        _filter = new RowFilter(lists, _labels);
        _snapshot = _tables.Snapshot();
    }

    /// <summary>Removes what a rebuild left behind that ended early, in whatever process; for the start of one. A rebuild at work is let be.</summary>
    public void RemoveUnfinished()
    {
        string[] left = [_fresh, _fresh + "-journal"];
        if (!Array.Exists(left, File.Exists))
            return;
        try
        {
            // Whoever rebuilds holds the write lock, which ends with its process.
            using IDisposable held = WriteLock.Take(LockPath);
            foreach (string path in left)
            {
                if (!File.Exists(path))
                    continue;
                File.Delete(path);
                _log.StaleRebuildRemoved(Path.GetFileName(path));
            }
        }
        catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
        {
            // Another process writes to the index, or the files are not this user's to remove.
        }
    }

    /// <inheritdoc/>
    /// <remarks>The columns get room for all of them at once: arrays that grow leave others behind.</remarks>
    public async Task PrepareAsync(int seizures, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            _toCome = seizures;
            IndexTables tables;
            lock (_state)
            {
                Refresh();
                tables = _tables;
                // No reader changes the tables meanwhile by what another process wrote.
                _isWriting = true;
            }

            try
            {
                tables.Prepare();
            }
            finally
            {
                lock (_state)
                    _isWriting = false;
            }
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RefusedSeizure>> FeedAsync(IReadOnlyList<Case> cases, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cases);
        if (cases.Count > 0)
            await WriteAsync(file => Write(file, _tables, cases), cancellationToken);
        return [];
    }

    /// <inheritdoc/>
    public Task RemoveAsync(Removal removal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(removal);
        return WriteAsync(file => Remove(file, _tables, removal), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<RebuiltIndex> RebuildAsync(IAsyncEnumerable<IReadOnlyList<Case>> cases, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cases);
        await _writing.WaitAsync(cancellationToken);
        try
        {
            using IDisposable held = await LockAsync(cancellationToken);
            long start = _time.GetTimestamp();
            IndexTables tables = await BuildAsync(_fresh, cases, cancellationToken);
            TakePlace(tables);
            _log.Rebuilt(_snapshot.Live, Milliseconds(start));
            return new RebuiltIndex(_snapshot.Live, []);
        }
        finally
        {
            File.Delete(_fresh);
            _writing.Release();
        }
    }

    /// <inheritdoc/>
    public Task<SearchResult> SearchAsync(Reader reader, SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        using Moment now = Now();
        AskedFields.Allow(reader, request.Query, request.Facets.Append(request.Sort.TrimStart('-')));
        RowSet rows = _filter.Rows(now.Snapshot, now.File, reader, request.Query);
        (IReadOnlyList<SeizureHit> hits, string? cursor) = HitPage.Read(now.Snapshot, now.File, rows, reader, request);
        var words = new Highlighter(request.Query, _lists, _labels);
        IReadOnlyDictionary<string, Facet> facets = FacetCounter.Count(now.Snapshot, rows, request.Facets, request.FacetSize);
        return Task.FromResult(new SearchResult(rows.Count, now.Snapshot.CasesOf(rows), [.. hits.Select(words.Marked)], facets, cursor));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WordSuggestion>> SuggestAsync(Reader reader, string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(text);
        cancellationToken.ThrowIfCancellationRequested();
        using Moment now = Now();
        return await NearWords.FindAsync(text, Count, Near, _labels.All);

        Task<IReadOnlyList<int>> Count(IReadOnlyList<string> words) =>
            Task.FromResult<IReadOnlyList<int>>([
                .. words.Select(w => _filter.Rows(now.Snapshot, now.File, reader, new SeizureQuery { Text = w }).Count),
            ]);

        Task<IReadOnlyList<string>> Near(string word) =>
            Task.FromResult(now.File?.WordsFrom(word[..(char.IsSurrogate(word[0]) ? 2 : 1)]) ?? []);
    }

    /// <inheritdoc/>
    public Task<Tabulation> TabulateAsync(Reader reader, TabulationRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        using Moment now = Now();
        AskedFields.Allow(reader, request.Query, request.Dimensions);
        return Task.FromResult(Tabulator.Tabulate(now.Snapshot, _filter.Rows(now.Snapshot, now.File, reader, request.Query), request));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SeizureBatch> ReadAsync(
        Reader reader,
        SeizureQuery query,
        IReadOnlyList<string> fields,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(fields);
        await Task.CompletedTask;
        using Moment now = Now();
        AskedFields.Allow(reader, query, fields);
        int[] rows = _filter.Rows(now.Snapshot, now.File, reader, query).ToArray();
        for (int start = 0; start < rows.Length; start += BatchReader.Size)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return BatchReader.Read(
                now.Snapshot,
                now.File,
                rows.AsSpan(start, Math.Min(BatchReader.Size, rows.Length - start)),
                reader,
                fields
            );
        }
    }

    /// <inheritdoc/>
    /// <remarks>A file that is not open yet is not read for it.</remarks>
    public Task<string?> VersionAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_state)
        {
            if (_file is null)
                return Task.FromResult(File.Exists(_path) ? Readable(() => IndexFile.VersionOf(_path)) : IndexFile.EmptyVersion);
            if (!_isWriting)
                Refresh();
            return Task.FromResult(_version);
        }
    }

    /// <inheritdoc/>
    public Task<IndexState> StateAsync(Reader reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        using Moment now = Now();
        RowSet rows = _filter.Rows(now.Snapshot, now.File, reader, SeizureQuery.All);
        ulong sum = new RowChecksum(now.Snapshot).Of(rows);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new IndexState(rows.Count, now.Snapshot.CasesOf(rows), sum.ToString("x16", CultureInfo.InvariantCulture)));
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        lock (_state)
            Close();
        _writing.Dispose();
    }

    private async Task WriteAsync(Action<IndexFile> write, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            using IDisposable held = await LockAsync(cancellationToken);
            IndexFile file = BeginWriting();
            bool isWhole = false;
            try
            {
                write(file);
                isWhole = true;
            }
            finally
            {
                EndWriting(isWhole);
            }
        }
        finally
        {
            _writing.Release();
        }
    }
}
