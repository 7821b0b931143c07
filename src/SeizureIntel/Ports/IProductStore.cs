using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Bulletins;
using SeizureIntel.Decisions;
using SeizureIntel.Readers;
using SeizureIntel.Watches;

namespace SeizureIntel.Ports;

/// <summary>What people made of what came in: bulletins, saved searches with what their watches told, decisions and questions.</summary>
/// <remarks>A reader sees bulletins up to their marking, whatever countries they are about; of saved searches and notices those of the own office; of
/// decisions and questions those on records that they see. Writing one never waits for a load.</remarks>
public interface IProductStore
{
    /// <summary>Keeps a bulletin; one with the same id is replaced.</summary>
    Task SaveBulletinAsync(BulletinRecord bulletin, CancellationToken cancellationToken);

    /// <summary>The bulletins that the reader may see, newest first.</summary>
    Task<IReadOnlyList<BulletinRecord>> BulletinsAsync(Reader reader, CancellationToken cancellationToken);

    /// <summary>A bulletin; null where there is none of this id that the reader may see.</summary>
    Task<BulletinRecord?> FindBulletinAsync(Reader reader, string id, CancellationToken cancellationToken);

    /// <summary>The saved searches of the reader's office by name.</summary>
    Task<IReadOnlyList<SavedSearch>> SavedSearchesAsync(Reader reader, CancellationToken cancellationToken);

    /// <summary>Keeps a saved search; one with the same id is replaced.</summary>
    Task SaveSearchAsync(SavedSearch search, CancellationToken cancellationToken);

    /// <summary>Removes a saved search of the reader's office with what its watch told; false where there is none of this id.</summary>
    Task<bool> RemoveSearchAsync(Reader reader, string id, CancellationToken cancellationToken);

    /// <summary>Keeps how far a watch has told, and what it told, both or neither.</summary>
    /// <param name="search">With its watch as it is now.</param>
    /// <param name="toldBefore">The submission up to which it had told when it was read.</param>
    /// <param name="notice">What it tells; null for nothing.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>False where the watch has told meanwhile, or is gone: then nothing is kept.</returns>
    Task<bool> TellAsync(SavedSearch search, long toldBefore, Notice? notice, CancellationToken cancellationToken);

    /// <summary>What watches told the reader's office, as far as the reader may see it, newest first.</summary>
    /// <param name="reader">Who asks.</param>
    /// <param name="isUnseen">True for those alone that nobody acknowledged.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellationToken">Stops.</param>
    Task<IReadOnlyList<Notice>> NoticesAsync(Reader reader, bool isUnseen, int most, CancellationToken cancellationToken);

    /// <summary>Acknowledges a notice for the reader's office; false where there is none of this id, or somebody did before.</summary>
    Task<bool> AcknowledgeAsync(Reader reader, string id, string accountId, DateTimeOffset time, CancellationToken cancellationToken);

    /// <summary>Decisions on records that the reader may see, newest first.</summary>
    Task<IReadOnlyList<Decision>> DecisionsAsync(Reader reader, CancellationToken cancellationToken);

    /// <summary>Keeps a decision; an earlier one on the same subject and kind is replaced.</summary>
    Task SaveDecisionAsync(Decision decision, CancellationToken cancellationToken);

    /// <summary>Removes a decision on a record that the reader may see; false where there is none.</summary>
    Task<bool> RemoveDecisionAsync(Reader reader, string subjectId, DoubtKind kind, CancellationToken cancellationToken);

    /// <summary>Questions on records that the reader may see, newest first.</summary>
    Task<IReadOnlyList<RecordQuestion>> QuestionsAsync(Reader reader, CancellationToken cancellationToken);

    /// <summary>Keeps a question; one with the same id is replaced.</summary>
    Task SaveQuestionAsync(RecordQuestion question, CancellationToken cancellationToken);

    /// <summary>Removes decisions and questions on the records of a submission that is erased.</summary>
    Task EraseSubmissionAsync(string submissionId, CancellationToken cancellationToken);
}
