using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Cases;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Submissions;
using SeizureIntel.Values;

namespace SeizureIntel.Ports;

/// <summary>The truth of what came in: submissions, cases, seizures, rejections and issues.</summary>
/// <remarks>A reader sees the submissions all of whose cases the reader may see, and those that the reader's office sent; of cases and seizures those
/// reported by the reader's countries up to the reader's marking. What was withdrawn or left out is no case of anybody's.</remarks>
public interface ISubmissionStore
{
    /// <summary>The report of a loaded submission with these bytes read as this source; null when there is none that the reader may see.</summary>
    Task<LoadReport?> FindSubmissionAsync(Reader reader, string sha256, string source, CancellationToken cancellationToken);

    /// <summary>Keeps a submission in one transaction: rows, rejections, issues and outbox together, or nothing.</summary>
    /// <param name="submission">What was received.</param>
    /// <param name="chunks">Its rows; when the enumeration throws, everything is rolled back and the exception goes on.</param>
    /// <param name="report">Asked for the counts after the last chunk, before the commit.</param>
    /// <param name="cancellationToken">Rolls back when signalled.</param>
    /// <exception cref="BusyOutboxException">The index is taking rows at this moment that it would replace.</exception>
    Task SaveSubmissionAsync(
        Submission submission,
        IAsyncEnumerable<SubmissionChunk> chunks,
        Func<LoadReport> report,
        CancellationToken cancellationToken
    );

    /// <summary>Sets the seconds a loaded submission took until it was searchable.</summary>
    Task RecordDurationAsync(string submissionId, double seconds, CancellationToken cancellationToken);

    /// <summary>Case references that a reporting country used in earlier submissions, among those asked for and on cases that the reader may see.</summary>
    /// <param name="reader">Who asks.</param>
    /// <param name="reportingCountry">The country.</param>
    /// <param name="caseRefs">The references.</param>
    /// <param name="replaced">Ids of seizures: a case that holds one does not count.</param>
    /// <param name="cancellationToken">Stops.</param>
    Task<IReadOnlySet<string>> FindUsedCaseRefsAsync(
        Reader reader,
        string reportingCountry,
        IReadOnlyCollection<string> caseRefs,
        IReadOnlyCollection<string> replaced,
        CancellationToken cancellationToken
    );

    /// <summary>Those of some rows that were refused in a submission of this sender.</summary>
    /// <param name="sentBy">The office; null for the command line.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="cancellationToken">Stops.</param>
    Task<IReadOnlySet<RowOrigin>> FindRefusedAsync(
        string? sentBy,
        IReadOnlyCollection<RowOrigin> rows,
        CancellationToken cancellationToken
    );

    /// <summary>All submissions that the reader may see, in the order of receipt.</summary>
    Task<IReadOnlyList<ReceivedSubmission>> SubmissionsAsync(Reader reader, CancellationToken cancellationToken);

    /// <summary>A submission by its id; null where there is none that the reader may see.</summary>
    Task<ReceivedSubmission?> FindReceivedAsync(Reader reader, string submissionId, CancellationToken cancellationToken);

    /// <summary>The submission that a sender gave a name to; null where there is none that the reader may see.</summary>
    /// <param name="reader">Who asks.</param>
    /// <param name="requestKey">The name, hashed as <see cref="Submission.RequestKey"/> says.</param>
    /// <param name="cancellationToken">Stops.</param>
    Task<LoadReport?> FindRequestAsync(Reader reader, string requestKey, CancellationToken cancellationToken);

    /// <summary>Withdraws a submission: its cases are in no answer of the store any more, and leave the index through the outbox.</summary>
    /// <returns>False where there is none that the reader may see, or it was withdrawn before.</returns>
    /// <exception cref="BusyOutboxException">The index is taking some of it at this moment.</exception>
    Task<bool> WithdrawAsync(Reader reader, string submissionId, DateTimeOffset time, CancellationToken cancellationToken);

    /// <summary>Erases a submission with all that it brought; it leaves the index through the outbox. The same bytes may be sent again.</summary>
    /// <returns>What it was; null where there is none that the reader may see.</returns>
    /// <exception cref="BusyOutboxException">The index is taking some of it at this moment.</exception>
    Task<LoadReport?> EraseAsync(Reader reader, string submissionId, CancellationToken cancellationToken);

    /// <summary>Lets a case count or leaves it out of every answer; the index follows through the outbox.</summary>
    /// <returns>False where there is none that the reader may see.</returns>
    /// <exception cref="BusyOutboxException">The index is taking it at this moment.</exception>
    Task<bool> LeaveOutAsync(Reader reader, string caseId, bool isLeftOut, CancellationToken cancellationToken);

    /// <summary>Sets the flags that keep a seizure's values out of sums; the index follows through the outbox.</summary>
    /// <returns>False where there is none that the reader may see.</returns>
    /// <exception cref="BusyOutboxException">The index is taking it at this moment.</exception>
    Task<bool> FlagAsync(Reader reader, string seizureId, IReadOnlyList<string> outlierFlags, CancellationToken cancellationToken);

    /// <summary>Sets what a seizure is of; the index follows through the outbox.</summary>
    /// <returns>False where there is none that the reader may see.</returns>
    /// <exception cref="BusyOutboxException">The index is taking it at this moment.</exception>
    Task<bool> NameGoodsAsync(Reader reader, string seizureId, Stated heading, Stated product, CancellationToken cancellationToken);

    /// <summary>Screens the texts of all cases, issues and names of files anew, of withdrawn ones too, in one transaction; the index follows through the
    /// outbox. What was written beside a code that was understood is a list's word and stays.</summary>
    /// <param name="screen">The text as it may be kept; the same where it may stay, empty where nothing may.</param>
    /// <param name="isTrial">Whether to count alone.</param>
    /// <param name="cancellationToken">Rolls back when signalled.</param>
    /// <returns>Cases of which something is masked further.</returns>
    /// <exception cref="BusyOutboxException">The index is taking some of it at this moment.</exception>
    Task<int> RescreenAsync(Func<KeptText, string, string> screen, bool isTrial, CancellationToken cancellationToken);

    /// <summary>The rejections of a submission by row; null where there is no such submission that the reader may see.</summary>
    Task<IReadOnlyList<Rejection>?> RejectionsAsync(Reader reader, string submissionId, CancellationToken cancellationToken);

    /// <summary>The case that a seizure belongs to, with all its seizures; null where there is no such seizure that the reader may see.</summary>
    Task<Case?> FindCaseAsync(Reader reader, string seizureId, CancellationToken cancellationToken);

    /// <summary>Those of some cases that are kept and that the reader may see, withdrawn and left out ones too; the others were mended or erased.</summary>
    Task<IReadOnlySet<string>> FindKeptAsync(Reader reader, IReadOnlyCollection<string> caseIds, CancellationToken cancellationToken);

    /// <summary>The submission that each of some seizures is of now, by the seizure; those that are withdrawn, left out, or not the reader's to see are
    /// missing.</summary>
    Task<IReadOnlyDictionary<string, string>> FindSubmissionsOfAsync(
        Reader reader,
        IReadOnlyCollection<string> seizureIds,
        CancellationToken cancellationToken
    );

    /// <summary>Seizures of which a serial number has this keyed hash, among those that the reader may see, in the order of receipt.</summary>
    /// <param name="reader">Who asks.</param>
    /// <param name="serialHash">The hash.</param>
    /// <param name="most">No more than so many, above 0.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<string>> FindBySerialAsync(Reader reader, string serialHash, int most, CancellationToken cancellationToken);

    /// <summary>Other cases that the reader may see in which the same container or vessel was told of, in the order received; empty where there is
    /// none, no such seizure, or no key.</summary>
    /// <param name="reader">Who asks.</param>
    /// <param name="seizureId">The record that is asked from: a number is never typed.</param>
    /// <param name="most">No more than so many, above 0.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<SharedConveyance>> SharingConveyanceAsync(
        Reader reader,
        string seizureId,
        int most,
        CancellationToken cancellationToken
    );

    /// <summary>Every case that the reader may see with its seizures in the order received, in batches, for a rebuild of the index.</summary>
    IAsyncEnumerable<IReadOnlyList<Case>> ReadAllAsync(Reader reader, CancellationToken cancellationToken);

    /// <summary>What the store holds that the reader may see, counted and hashed afresh.</summary>
    Task<IndexState> StateAsync(Reader reader, CancellationToken cancellationToken);

    /// <summary>The same without the seizures that the index refused: what the index should hold once the outbox is empty.</summary>
    Task<IndexState> StateInIndexAsync(Reader reader, CancellationToken cancellationToken);
}
