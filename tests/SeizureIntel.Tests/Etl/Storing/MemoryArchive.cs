using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Ports;
using SeizureIntel.Submissions;

namespace SeizureIntel.Tests.Etl.Storing;

/// <summary>An archive in memory.</summary>
internal sealed class MemoryArchive : ISubmissionArchive
{
    private readonly Dictionary<string, IReadOnlyList<ArchivedRow>> _complete = [];

    /// <summary>Everything ever handed over, completed or not.</summary>
    public List<ArchivedRow> Handed { get; } = [];

    public IReadOnlyDictionary<string, IReadOnlyList<ArchivedRow>> Complete => _complete;

    public ArchiveEntry Create(Submission submission, IReadOnlyList<string> columns) => new Entry(this, submission.Id);

    public Task<IReadOnlyList<string>> ColumnsAsync(string submissionId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([]);

    public Task EraseAsync(string submissionId, CancellationToken cancellationToken)
    {
        _complete.Remove(submissionId);
        return Task.CompletedTask;
    }

    public IAsyncEnumerable<ArchivedRow> ReadAsync(string submissionId, CancellationToken cancellationToken) =>
        _complete.GetValueOrDefault(submissionId, []).ToAsyncEnumerable();

    private sealed class Entry(MemoryArchive archive, string id) : ArchiveEntry
    {
        private readonly List<ArchivedRow> _rows = [];

        public override void Append(ArchivedRow row)
        {
            _rows.Add(row);
            archive.Handed.Add(row);
        }

        public override Task CompleteAsync(CancellationToken cancellationToken)
        {
            archive._complete[id] = _rows;
            return Task.CompletedTask;
        }

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
