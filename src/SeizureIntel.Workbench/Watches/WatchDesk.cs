using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Watches;
using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Filters;
using SeizureIntel.Workbench.Typing;

namespace SeizureIntel.Workbench.Watches;

/// <summary>Saved searches of an office: keeps them, tries them, and shows what their watches told.</summary>
/// <param name="products">Keeps them.</param>
/// <param name="outbox">Where new begins.</param>
/// <param name="accounts">Names of who saved them.</param>
/// <param name="trial">Tries a watch on history.</param>
/// <param name="filters">Makes the query.</param>
/// <param name="words">Screens what was typed.</param>
/// <param name="time">The clock.</param>
public sealed class WatchDesk(
    IProductStore products,
    IOutbox outbox,
    IAccountStore accounts,
    WatchTrial trial,
    FilterReader filters,
    TypedWords words,
    TimeProvider time
)
{
    private const int InboxSize = 200;
    private const int LongestName = 120;

    /// <summary>What the reader's office saved, and its inbox.</summary>
    public async Task<WatchesAnswer> AnswerAsync(Reader reader, WatchesQuery asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        IReadOnlyList<SavedSearch> searches = await products.SavedSearchesAsync(reader, cancellationToken);
        IReadOnlyList<Notice> notices = await products.NoticesAsync(reader, false, InboxSize, cancellationToken);
        Dictionary<string, string> names = await NamesAsync(cancellationToken);
        return new WatchesAnswer(
            [.. searches.Select(s => Answer(s, names))],
            [.. notices.Select(n => Answer(n, searches.FirstOrDefault(s => s.Id == n.SearchId), names))]
        );
    }

    /// <summary>How often a watch would have told.</summary>
    /// <exception cref="Fault">A condition is none.</exception>
    public Task<WatchTrialAnswer> AnswerAsync(Reader reader, WatchTrialQuery asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var watch = new Watch(0, asked.CooldownHours, asked.Digest, null, null);
        SeizureQuery query = filters.Read(asked).Query;
        return Misuse.AskAsync(() => trial.RunAsync(reader, query, watch, asked.Days, cancellationToken));
    }

    /// <summary>How often a saved search would have told, as it is set now.</summary>
    public Task<WatchTrialAnswer> TryAsync(Reader reader, SavedSearchAnswer saved, int days, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(saved);
        var watch = new Watch(0, saved.Watch?.CooldownHours ?? 0, saved.Watch?.Digest ?? Digest.AtOnce, null, null);
        return Misuse.AskAsync(() => trial.RunAsync(reader, saved.Query, watch, days, cancellationToken));
    }

    /// <summary>Notices that nobody of the reader's office has acknowledged.</summary>
    public async Task<IReadOnlyList<NoticeAnswer>> UnseenAsync(Reader reader, CancellationToken cancellationToken)
    {
        IReadOnlyList<Notice> notices = await products.NoticesAsync(reader, true, InboxSize, cancellationToken);
        if (notices.Count == 0)
            return [];
        IReadOnlyList<SavedSearch> searches = await products.SavedSearchesAsync(reader, cancellationToken);
        return [.. notices.Select(n => Answer(n, searches.FirstOrDefault(s => s.Id == n.SearchId), []))];
    }

    /// <summary>Saves a search for the reader's office.</summary>
    /// <exception cref="Fault">A condition is none, or something typed is personal.</exception>
    public async Task<SavedSearchAnswer> SaveAsync(Reader reader, Actor actor, SearchToSave asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(asked);
        string name = words.Require(asked.Name, "name", LongestName);
        Filter filter = filters.Read(asked);
        SeizureQuery query = filter.Query;
        words.Screen(query);
        if (filter.Warnings is [{ } warning, ..])
            throw Fault.Usage("unknown_code", warning, "A search that can find nothing is not saved.");
        if (Restriction.FieldAbove(reader, query) is { } above)
            throw Fault.Usage("wrong_query", $"The field {above.Name} is above your clearance.", "Leave the condition out.");
        DateTimeOffset now = time.GetUtcNow();
        var saved = new SavedSearch(
            Guid.CreateVersion7(now).ToString("N"),
            reader.Office ?? "",
            name,
            query,
            actor.AccountId,
            now,
            asked.Watch ? await BegunAsync(asked.Digest, asked.CooldownHours, cancellationToken) : null
        );
        await products.SaveSearchAsync(saved, cancellationToken);
        return Answer(saved, new() { [actor.AccountId] = actor.Name });
    }

    /// <summary>Changes how a saved search tells. It looks in the name of who changed it from then on.</summary>
    /// <exception cref="Fault">The office has none of this id.</exception>
    public async Task<SavedSearchAnswer> ChangeAsync(
        Reader reader,
        Actor actor,
        string id,
        WatchChange change,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(change);
        SavedSearch search = await FindAsync(reader, id, cancellationToken);
        Watch? watch = !change.Watch
            ? null
            : (search.Watch ?? await BegunAsync(change.Digest, change.CooldownHours, cancellationToken)) with
            {
                Digest = change.Digest,
                CooldownHours = change.CooldownHours,
                MutedUntil = change.MuteDays > 0 ? time.GetUtcNow().AddDays(change.MuteDays) : null,
            };
        SavedSearch changed = search with { Watch = watch, SavedBy = actor.AccountId };
        await products.SaveSearchAsync(changed, cancellationToken);
        return Answer(changed, new() { [actor.AccountId] = actor.Name });
    }

    /// <summary>Removes a saved search with what it told.</summary>
    /// <exception cref="Fault">The office has none of this id.</exception>
    public async Task RemoveAsync(Reader reader, string id, CancellationToken cancellationToken)
    {
        if (!await products.RemoveSearchAsync(reader, id, cancellationToken))
            throw Unknown(id);
    }

    /// <summary>Acknowledges a notice for the office; done before is well too.</summary>
    public Task AcknowledgeAsync(Reader reader, Actor actor, string id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return products.AcknowledgeAsync(reader, id, actor.AccountId, time.GetUtcNow(), cancellationToken);
    }

    private async Task<Watch> BegunAsync(Digest digest, int cooldownHours, CancellationToken cancellationToken) =>
        new(await outbox.SearchableUpToAsync(cancellationToken), cooldownHours, digest, null, null);

    private async Task<SavedSearch> FindAsync(Reader reader, string id, CancellationToken cancellationToken) =>
        (await products.SavedSearchesAsync(reader, cancellationToken)).FirstOrDefault(s => s.Id == id) ?? throw Unknown(id);

    private static Fault Unknown(string id) =>
        Fault.Usage("unknown_search", $"Your office has no saved search '{id}'.", "/watches lists them.");

    private async Task<Dictionary<string, string>> NamesAsync(CancellationToken cancellationToken) =>
        (await accounts.AccountsAsync(cancellationToken)).ToDictionary(a => a.Id, a => a.Name, StringComparer.Ordinal);

    private SavedSearchAnswer Answer(SavedSearch search, Dictionary<string, string> names) =>
        new(
            search.Id,
            search.Name,
            search.Query,
            NameOf(search.SavedBy, names),
            search.CreatedAt,
            search.Watch is { } watch
                ? new WatchState(
                    watch.Digest,
                    watch.CooldownHours,
                    watch.IsMutedAt(time.GetUtcNow()) ? watch.MutedUntil : null,
                    watch.LastToldAt,
                    watch.NextFor(time.GetUtcNow())
                )
                : null
        );

    private static NoticeAnswer Answer(Notice notice, SavedSearch? search, Dictionary<string, string> names) =>
        new(
            notice.Id,
            notice.SearchId,
            notice.SearchName,
            notice.At,
            notice.Seizures,
            notice.Cases,
            search?.Query.With("submission", notice.Submissions),
            notice.SeenBy is { } by ? NameOf(by, names) : null,
            notice.SeenAt
        );

    private static string NameOf(string accountId, Dictionary<string, string> names) =>
        accountId.Length == 0 ? "owner" : names.GetValueOrDefault(accountId, accountId);
}
