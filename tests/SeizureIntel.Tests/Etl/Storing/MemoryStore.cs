using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Cases;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Submissions;
using SeizureIntel.Values;

namespace SeizureIntel.Tests.Etl.Storing;

/// <summary>A store that keeps submissions in memory, for tests of what writes to one.</summary>
internal sealed class MemoryStore : ISubmissionStore
{
    private readonly List<(Submission Submission, LoadReport Report, List<SubmissionChunk> Chunks)> _kept = [];

    /// <summary>Fails after so many chunks; 0 never.</summary>
    public int BreaksAfterChunks { get; init; }

    public IEnumerable<Case> Cases => _kept.SelectMany(k => k.Chunks).SelectMany(c => c.Cases);

    public IEnumerable<Rejection> Rejections => _kept.SelectMany(k => k.Chunks).SelectMany(c => c.Rejections);

    public IEnumerable<Issue> Issues => _kept.SelectMany(k => k.Chunks).SelectMany(c => c.Issues);

    public int Submissions => _kept.Count;

    public Task<LoadReport?> FindSubmissionAsync(Reader reader, string sha256, string source, CancellationToken cancellationToken) =>
        Task.FromResult(
            _kept.Where(k => k.Submission.Sha256 == sha256 && k.Submission.Source == source).Select(k => k.Report).FirstOrDefault()
        );

    public async Task SaveSubmissionAsync(
        Submission submission,
        IAsyncEnumerable<SubmissionChunk> chunks,
        Func<LoadReport> report,
        CancellationToken cancellationToken
    )
    {
        var all = new List<SubmissionChunk>();
        await foreach (SubmissionChunk chunk in chunks.WithCancellation(cancellationToken))
        {
            all.Add(chunk);
            if (all.Count == BreaksAfterChunks)
                throw new IOException("The disk is full.");
        }

        _kept.Add((submission, report(), all));
    }

    public Task<IReadOnlySet<string>> FindUsedCaseRefsAsync(
        Reader reader,
        string reportingCountry,
        IReadOnlyCollection<string> caseRefs,
        IReadOnlyCollection<string> replaced,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlySet<string>>(
            Cases
                .Where(c => c.ReportingCountry.Code == reportingCountry && c.CaseRef is not null)
                .Where(c => !c.Seizures.Any(s => replaced.Contains(s.Id)))
                .Select(c => c.CaseRef!)
                .Intersect(caseRefs)
                .ToHashSet()
        );

    public Task<IReadOnlySet<RowOrigin>> FindRefusedAsync(
        string? sentBy,
        IReadOnlyCollection<RowOrigin> rows,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlySet<RowOrigin>>(
            _kept
                .Where(k => k.Submission.SentBy == sentBy)
                .SelectMany(k => k.Chunks.SelectMany(c => c.Rejections).Select(r => new RowOrigin(k.Submission.Id, r.Row)))
                .Intersect(rows)
                .ToHashSet()
        );

    public Task RecordDurationAsync(string submissionId, double seconds, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<ReceivedSubmission>> SubmissionsAsync(Reader reader, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<Rejection>?> RejectionsAsync(Reader reader, string submissionId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlySet<string>> FindKeptAsync(
        Reader reader,
        IReadOnlyCollection<string> caseIds,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<string, string>> FindSubmissionsOfAsync(
        Reader reader,
        IReadOnlyCollection<string> seizureIds,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<IReadOnlyList<string>> FindBySerialAsync(Reader reader, string serialHash, int most, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<SharedConveyance>> SharingConveyanceAsync(
        Reader reader,
        string seizureId,
        int most,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlyList<SharedConveyance>>([]);

    public Task<Case?> FindCaseAsync(Reader reader, string seizureId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public IAsyncEnumerable<IReadOnlyList<Case>> ReadAllAsync(Reader reader, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ReceivedSubmission?> FindReceivedAsync(Reader reader, string submissionId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<LoadReport?> FindRequestAsync(Reader reader, string requestKey, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<bool> WithdrawAsync(Reader reader, string submissionId, DateTimeOffset time, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<LoadReport?> EraseAsync(Reader reader, string submissionId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<int> RescreenAsync(Func<KeptText, string, string> screen, bool isTrial, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<bool> LeaveOutAsync(Reader reader, string caseId, bool isLeftOut, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<bool> FlagAsync(Reader reader, string seizureId, IReadOnlyList<string> outlierFlags, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<bool> NameGoodsAsync(
        Reader reader,
        string seizureId,
        Stated heading,
        Stated product,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<IndexState> StateAsync(Reader reader, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IndexState> StateInIndexAsync(Reader reader, CancellationToken cancellationToken) => throw new NotSupportedException();
}
