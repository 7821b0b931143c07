using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Reading.Lexicon;
using SeizureIntel.Reading.Words;

namespace SeizureIntel.Reading.Narratives;

/// <summary>One sentence of an account: the terms in it, and the words that say what the sentence tells.</summary>
/// <param name="From">Its first token.</param>
/// <param name="To">The token behind its last.</param>
/// <param name="Terms">Products, conveyances, countries and places in it, in order.</param>
/// <param name="Cues">Words that tell of hiding, seizing, moving and counting, in order.</param>
internal sealed record Sentence(int From, int To, IReadOnlyList<TermMatch> Terms, IReadOnlyList<TermMatch> Cues)
{
    // Asked for each place, amount and leg of the account.
    private readonly Dictionary<string, List<TermMatch>> _byKind = ByKind(Cues);

    /// <summary>Whether it tells of what happens at large, not of a case.</summary>
    public bool IsGeneral => Has(Cue.General);

    /// <summary>The cues of a kind.</summary>
    public IReadOnlyList<TermMatch> Of(string kind) => _byKind.TryGetValue(kind, out List<TermMatch>? cues) ? cues : [];

    /// <summary>Whether it has a cue of a kind.</summary>
    public bool Has(string kind) => _byKind.ContainsKey(kind);

    /// <summary>The cue of a kind that begins at a token; null where none does.</summary>
    public TermMatch? At(string kind, int token)
    {
        foreach (TermMatch cue in Of(kind))
        {
            if (cue.From == token)
                return cue;
        }

        return null;
    }

    /// <summary>The carriers it names; "three sealed parcels" and "the parcels" are packages, and were sent by nobody.</summary>
    /// <param name="words">The words of the account.</param>
    public IEnumerable<TermMatch> Carriers(IReadOnlyList<Token> words) =>
        Terms.Where(t =>
            t.Field == "conveyance_type"
            && !(
                (t.Code.EndsWith("parcel", StringComparison.Ordinal) || t.Code == "letter")
                && (
                    IsNumber(words, t.From - 1)
                    || IsNumber(words, t.From - 2)
                    || (t.To - t.From == 1 && words[t.From].Text is [.., 's'] or "paczki" or "paczek" && !Has(Cue.Mode))
                )
            )
        );

    private bool IsNumber(IReadOnlyList<Token> words, int at) =>
        at >= From && (words[at].Kind == TokenKind.Number || At(Cue.Number, at) is { Code: not "1" });

    private static Dictionary<string, List<TermMatch>> ByKind(IReadOnlyList<TermMatch> cues)
    {
        var byKind = new Dictionary<string, List<TermMatch>>(StringComparer.Ordinal);
        foreach (TermMatch cue in cues)
            (byKind.TryGetValue(cue.Field, out List<TermMatch>? known) ? known : byKind[cue.Field] = []).Add(cue);
        return byKind;
    }
}
