using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Accounts;
using SeizureIntel.Auditing;
using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Etl.Suggesting;
using SeizureIntel.Ports;
using SeizureIntel.Readers;
using SeizureIntel.Submissions;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Accounts;
using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Typing;

namespace SeizureIntel.Workbench.Suggesting;

/// <summary>Formats that were suggested: proposed by whoever sends a file, edited, and accepted by an analyst.</summary>
/// <param name="shelf">Keeps them.</param>
/// <param name="suggestions">Drafts them.</param>
/// <param name="accounts">Says of which office a proposal is.</param>
/// <param name="codes">The code lists.</param>
/// <param name="words">Screens what was typed.</param>
/// <param name="audit">Where it is written who did what.</param>
/// <param name="time">The clock.</param>
public sealed class SourceDesk(
    SourceShelf shelf,
    SuggestionDesk suggestions,
    IAccountStore accounts,
    CodeListSet codes,
    TypedWords words,
    IAuditLog audit,
    TimeProvider time
)
{
    // A record without a marking is AMBER, so what a file shows is, too.
    private const Marking OfSamples = Marking.Amber;
    private const int LongestValue = 400;

    /// <summary>The formats that the reader sees, newest first.</summary>
    public async Task<IReadOnlyList<SourceAnswer>> AnswerAsync(Reader reader, SourcesQuery asked, CancellationToken cancellationToken)
    {
        var seen = new List<SourceAnswer>();
        foreach (KeptSource kept in await shelf.KeptAsync(cancellationToken))
        {
            if (await SeesAsync(reader, kept, cancellationToken))
                seen.Add(AnswerOf(reader, kept) with { Suggestion = null });
        }

        return [.. seen.OrderByDescending(s => s.ProposedAt)];
    }

    /// <summary>One format, with what was understood of its file.</summary>
    /// <exception cref="Fault">The reader sees no such format.</exception>
    public async Task<SourceAnswer> AnswerAsync(Reader reader, SourceQuery asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return AnswerOf(reader, await FindAsync(reader, asked.Name, cancellationToken));
    }

    /// <summary>The draft of a format that nobody has accepted; null where there is none, or the reader does not see it.</summary>
    public async Task<SourceDescription?> DraftAsync(Reader reader, string name, CancellationToken cancellationToken)
    {
        KeptSource? kept = (await shelf.KeptAsync(cancellationToken)).FirstOrDefault(s => s.Name == name && s.AcceptedAt is null);
        return kept is not null && await SeesAsync(reader, kept, cancellationToken) ? DescriptionOf(kept) : null;
    }

    /// <summary>Keeps what is suggested for a file, so that it can be edited and accepted; the file itself is not kept. A format proposed before stays as
    /// it was edited.</summary>
    /// <exception cref="Fault">The file is no table that can be read, or holds totals.</exception>
    public async Task<SuggestionAnswer> ProposeAsync(
        Reader reader,
        Actor actor,
        Stream file,
        string fileName,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(actor);
        SourceSuggestion found = suggestions.Find(file, fileName, null, cancellationToken);
        if (found.Source is not { } draft)
            throw Fault.Failed(
                "aggregates",
                found.Message,
                "Nothing can be accepted for totals; send the records that they were counted from."
            );
        IReadOnlyList<KeptSource> all = await shelf.KeptAsync(cancellationToken);
        string name = draft.Name;
        KeptSource? before = all.FirstOrDefault(s => s.Name == name);
        if (before is not null && !await SeesAsync(reader, before, cancellationToken))
        {
            // Another office proposed the same shape: each keeps its own.
            name = $"{name}-{reader.Office}";
            before = all.FirstOrDefault(s => s.Name == name);
        }

        if (before is not null)
            return SuggestionDesk.AnswerOf(fileName, suggestions.Find(file, fileName, DescriptionOf(before), cancellationToken));
        draft = SourceDescription.Parse(SourceJsonText.Of(draft), name);
        found = found with { Source = draft };
        var kept = new KeptSource(name, SourceJsonText.Of(draft), SuggestionText.Of(Kept(found)), actor.Name, time.GetUtcNow(), null, null);
        await shelf.KeepAsync(kept, cancellationToken);
        await NoteAsync(actor, "propose_source", kept, draft, cancellationToken);
        return SuggestionDesk.AnswerOf(fileName, found);
    }

    /// <summary>What is understood of a file by a format that was proposed before.</summary>
    /// <exception cref="Fault">The reader sees no such format, or the file is no table that can be read.</exception>
    public async Task<SuggestionAnswer> SuggestAsync(
        Reader reader,
        string name,
        Stream file,
        string fileName,
        CancellationToken cancellationToken
    )
    {
        KeptSource kept = await FindAsync(reader, name, cancellationToken);
        SourceSuggestion found = suggestions.Find(file, fileName, DescriptionOf(kept), cancellationToken);
        if (found.Source is not null && kept.AcceptedAt is null)
            await shelf.KeepAsync(kept with { Suggestion = SuggestionText.Of(Kept(found)) }, cancellationToken);
        return SuggestionDesk.AnswerOf(fileName, found);
    }

    /// <summary>Changes a format; one that is accepted is changed by those alone who may accept.</summary>
    /// <exception cref="Fault">The reader sees no such format, may not change it, or the change cannot be.</exception>
    public async Task<SourceAnswer> EditAsync(
        Reader reader,
        Actor actor,
        string name,
        MappingEdit edit,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(edit);
        KeptSource kept = await FindAsync(reader, name, cancellationToken);
        await RequireAsync(reader, actor, kept, cancellationToken);
        // What a file shows has passed a stricter screen; what is sent here may be anything.
        foreach (string value in edit.Columns.SelectMany(c => c.Values?.Keys ?? []))
            words.Require(value, "value", LongestValue);
        SourceDescription edited;
        try
        {
            edited = EditedSource.Of(DescriptionOf(kept), edit, codes);
        }
        catch (InvalidDataException problem)
        {
            throw Fault.Usage(
                "bad_mapping",
                problem.Message,
                "Columns, fields and codes are those that the suggestion and the lists name."
            );
        }

        KeptSource now = kept with { Description = SourceJsonText.Of(edited) };
        await shelf.KeepAsync(now, cancellationToken);
        await NoteAsync(actor, "edit_source", now, edited, cancellationToken);
        return AnswerOf(reader, now);
    }

    /// <summary>Accepts a format: files of its shape are taken in by it from now on.</summary>
    /// <exception cref="Fault">The reader sees no such format, or it does not say when, where or what.</exception>
    public async Task<SourceAnswer> AcceptAsync(Reader reader, Actor actor, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        KeptSource kept = await FindAsync(reader, name, cancellationToken);
        SourceDescription description = DescriptionOf(kept);
        if (EditedSource.Missing(description).ToArray() is { Length: > 0 } missing)
            throw Fault.Usage(
                "suggestion_incomplete",
                $"The format does not give {string.Join(", ", missing)}.",
                "Say which column does, or what holds for every row: the reporting country, the heading."
            );
        KeptSource accepted = kept with { AcceptedBy = actor.Name, AcceptedAt = time.GetUtcNow() };
        await shelf.KeepAsync(accepted, cancellationToken);
        await NoteAsync(actor, "accept_source", accepted, description, cancellationToken);
        return AnswerOf(reader, accepted);
    }

    /// <summary>Forgets a format; what was taken in by it stays. Its proposer's office forgets one that is not accepted, an analyst any.</summary>
    /// <exception cref="Fault">The reader sees no such format, or may not forget it.</exception>
    public async Task ForgetAsync(Reader reader, Actor actor, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        KeptSource kept = await FindAsync(reader, name, cancellationToken);
        await RequireAsync(reader, actor, kept, cancellationToken);
        await shelf.RemoveAsync(name, cancellationToken);
        await NoteAsync(actor, "forget_source", kept, DescriptionOf(kept), cancellationToken);
    }

    private async Task<KeptSource> FindAsync(Reader reader, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        KeptSource? kept = (await shelf.KeptAsync(cancellationToken)).FirstOrDefault(s => s.Name == name);
        return kept is not null && await SeesAsync(reader, kept, cancellationToken)
            ? kept
            : throw Fault.Usage("unknown_format", "There is no such format.", "The page of submissions and /api/v1/sources list them.");
    }

    // A proposal shows what a file holds: it is its office's, and of those who see all countries of that office.
    private async Task<bool> SeesAsync(Reader reader, KeptSource kept, CancellationToken cancellationToken)
    {
        if (reader.Office is null)
            return true;
        string? sender = await OfficeOfAsync(kept, cancellationToken);
        if (sender == reader.Office)
            return true;
        if (reader.Countries is null)
            return reader.Ceiling >= OfSamples;
        Office? office = sender is null ? null : await accounts.FindOfficeAsync(sender, cancellationToken);
        return reader.Ceiling >= OfSamples && office?.Countries is { } countries && countries.All(reader.Countries.Contains);
    }

    // Who proposed it changes it until it is accepted; an analyst changes any.
    private async Task RequireAsync(Reader reader, Actor actor, KeptSource kept, CancellationToken cancellationToken)
    {
        if (actor.May(Permissions.Decide))
            return;
        if (kept.AcceptedAt is not null)
            throw Fault.Usage("not_allowed", "This format is accepted.", "An analyst changes or forgets it.");
        if (await OfficeOfAsync(kept, cancellationToken) != reader.Office)
            throw Fault.Usage("not_allowed", "This format is another office's.", "Its office or an analyst changes or forgets it.");
    }

    private async Task<string?> OfficeOfAsync(KeptSource kept, CancellationToken cancellationToken) =>
        (await accounts.FindAccountByNameAsync(kept.ProposedBy, cancellationToken))?.OfficeId;

    // Where rows carry markings of their own, a sample might be of one that its reader must not see.
    private static SourceSuggestion Kept(SourceSuggestion found) =>
        found.Columns.Any(c => c.Field == "marking")
            ? found with
            {
                Columns = [.. found.Columns.Select(c => c with { Samples = [] })],
                LookUps = [],
            }
            : found;

    private static SourceDescription DescriptionOf(KeptSource kept) => SourceDescription.Parse(kept.Description, kept.Name);

    private static SourceAnswer AnswerOf(Reader reader, KeptSource kept)
    {
        SourceDescription description = DescriptionOf(kept);
        SourceSuggestion? found = SuggestionText.Parse(kept.Suggestion) is { } known ? DraftView.Of(known, description) : null;
        if (found is not null && reader.Ceiling < OfSamples)
            found = found with { Columns = [.. found.Columns.Select(c => c with { Samples = [] })], LookUps = [] };
        return new SourceAnswer(
            kept.Name,
            description.Title,
            kept.AcceptedAt is not null,
            kept.ProposedBy,
            kept.ProposedAt,
            kept.AcceptedBy,
            kept.AcceptedAt,
            found is null ? null : SuggestionDesk.AnswerOf(description.Title, found)
        );
    }

    private Task NoteAsync(Actor actor, string action, KeptSource kept, SourceDescription source, CancellationToken cancellationToken)
    {
        int taken = source.Columns.Count(c => c.Ignored is null);
        string detail = string.Create(CultureInfo.InvariantCulture, $"columns={source.Columns.Count} taken={taken}");
        return audit.AppendAsync([new AuditEntry(time.GetUtcNow(), actor.Name, action, kept.Name, "done", detail)], cancellationToken);
    }
}
