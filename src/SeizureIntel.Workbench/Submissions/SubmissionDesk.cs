using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AutoMapper;
using SeizureIntel.Ports;
using SeizureIntel.Readers;
using SeizureIntel.Submissions;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.Workbench.Submissions;

/// <summary>What came in, and what of it was refused.</summary>
/// <param name="submissions">The truth.</param>
/// <param name="mapper">From the store's objects to the answers.</param>
public sealed class SubmissionDesk(ISubmissionStore submissions, IMapper mapper)
{
    /// <summary>The submissions that a reader may see, in the order of receipt.</summary>
    public async Task<SubmissionsAnswer> AnswerAsync(Reader reader, SubmissionsQuery asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        IReadOnlyList<ReceivedSubmission> received = await submissions.SubmissionsAsync(reader, cancellationToken);
        return new SubmissionsAnswer([.. received.Select(r => mapper.Map<SubmissionAnswer>(r.Report))]);
    }

    /// <summary>The refused rows of a submission, in the file's order.</summary>
    /// <exception cref="Fault">The reader sees no such submission; the nearest ids are in the hint.</exception>
    public async Task<IReadOnlyList<RejectionAnswer>> AnswerAsync(Reader reader, RejectionsQuery asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (await submissions.RejectionsAsync(reader, asked.Id, cancellationToken) is { } rejections)
            return [.. rejections.Select(mapper.Map<RejectionAnswer>)];
        IEnumerable<string> ids = (await submissions.SubmissionsAsync(reader, cancellationToken)).Select(s => s.Report.Submission.Id);
        throw Fault.Usage(
            "unknown_submission",
            $"There is no submission '{asked.Id}'.",
            $"{NearestNames.Question(asked.Id, ids)} All: ./run submissions"
        );
    }
}
