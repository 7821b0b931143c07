using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Cases;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Submissions;

namespace SeizureIntel.Ports;

/// <summary>Search and tabulation; derived from the store and rebuildable from it at any time.</summary>
/// <remarks>Who asks is an argument: an engine makes conditions of the reader that hold beside every query, so that hits, totals, facets, figures and the
/// order of hits are those of an index that holds nothing else.</remarks>
public interface ISeizureIndex
{
    /// <summary>Adds cases; a seizure whose id is already there is replaced, so feeding twice does no harm. Searchable on return.</summary>
    /// <returns>Seizures that the index refuses, such as one that does not fit its mapping; all others are taken, and no earlier version of these is
    /// left. Empty where all are taken.</returns>
    /// <exception cref="IndexUnavailableException">The index cannot be reached, or takes nothing at all; feed again later.</exception>
    Task<IReadOnlyList<RefusedSeizure>> FeedAsync(IReadOnlyList<Case> cases, CancellationToken cancellationToken);

    /// <summary>The same for cases that, where they are there already, are there under the same date, as an outbox says of most: an engine that keeps
    /// years apart need not look for them in other years.</summary>
    /// <exception cref="IndexUnavailableException">The index cannot be reached, or takes nothing at all; feed again later.</exception>
    Task<IReadOnlyList<RefusedSeizure>> FeedUnmovedAsync(IReadOnlyList<Case> cases, CancellationToken cancellationToken) =>
        FeedAsync(cases, cancellationToken);

    /// <summary>Begins to take cases that the store has not committed yet: nobody finds one of them before all are published, and none is left where
    /// they are not, whatever ends first.</summary>
    /// <param name="seizures">How many will come, about; 0 for unknown.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Null where the index cannot do so, or not now: then the cases are fed once they are committed.</returns>
    Task<StagedCases?> StageAsync(int seizures, CancellationToken cancellationToken) => Task.FromResult<StagedCases?>(null);

    /// <summary>Makes ready for cases that are about to be fed, so that the first of them do not wait; nothing of what it answers changes.</summary>
    /// <param name="seizures">How many will come; 0 for unknown.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="IndexUnavailableException">The index cannot be reached.</exception>
    Task PrepareAsync(int seizures, CancellationToken cancellationToken);

    /// <summary>Takes seizures out; those that are not there do no harm. They are in no answer on return. Their bytes may stay until a rebuild.</summary>
    Task RemoveAsync(Removal removal, CancellationToken cancellationToken);

    /// <summary>Replaces everything by these cases without an interruption: readers see the old index until the new one is whole.</summary>
    /// <returns>Seizures indexed, and those refused.</returns>
    Task<RebuiltIndex> RebuildAsync(IAsyncEnumerable<IReadOnlyList<Case>> cases, CancellationToken cancellationToken);

    /// <summary>Hits, totals and facets of a query.</summary>
    /// <param name="reader">Who asks.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="System.ArgumentException">A field is unknown, or cannot be used in this way.</exception>
    Task<SearchResult> SearchAsync(Reader reader, SearchRequest request, CancellationToken cancellationToken);

    /// <summary>Words near those that find nothing, as mistyped words do: near in letters, and found by the reader who asks.</summary>
    /// <param name="reader">Who asks.</param>
    /// <param name="text">The text of a query.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>For each such word of the text at most three others, nearest first, then what finds most; empty where every word finds something of
    /// what the reader may see, or nothing is near.</returns>
    /// <remarks>Near is: the same first letter, and one letter wrong, missing, too many or exchanged with its neighbour in a word of four or five
    /// letters, two in a longer one. Words with digits and words of scripts without spaces are not looked at.</remarks>
    Task<IReadOnlyList<WordSuggestion>> SuggestAsync(Reader reader, string text, CancellationToken cancellationToken);

    /// <summary>Grouped figures of a query.</summary>
    /// <param name="reader">Who asks.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="System.ArgumentException">A dimension is unknown or has no codes.</exception>
    Task<Tabulation> TabulateAsync(Reader reader, TabulationRequest request, CancellationToken cancellationToken);

    /// <summary>The seizures of a query as columns, for what counting cannot give.</summary>
    /// <param name="reader">Who asks.</param>
    /// <param name="query">Which seizures.</param>
    /// <param name="fields">Names of the columns.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="System.ArgumentException">A field is unknown.</exception>
    IAsyncEnumerable<SeizureBatch> ReadAsync(
        Reader reader,
        SeizureQuery query,
        IReadOnlyList<string> fields,
        CancellationToken cancellationToken
    );

    /// <summary>A short name for what the index holds now, by which an answer can be kept. It stays the same until something is fed or rebuilt, also
    /// for other processes and after opening anew; afterwards it is another one.</summary>
    /// <returns>Letters and digits; the same name never stands for different seizures of one index. Null where the index cannot tell: then nothing
    /// may be kept.</returns>
    /// <remarks>Costs no reading of seizures. Who keeps an answer asks before and after making it, and keeps it only where both are the same.</remarks>
    Task<string?> VersionAsync(CancellationToken cancellationToken);

    /// <summary>What the index holds of a reader's seizures, counted and hashed afresh.</summary>
    /// <param name="reader">Who asks.</param>
    /// <param name="cancellationToken">Stops.</param>
    Task<IndexState> StateAsync(Reader reader, CancellationToken cancellationToken);
}
