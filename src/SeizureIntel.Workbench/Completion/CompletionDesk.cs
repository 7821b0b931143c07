using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.CodeLists;
using SeizureIntel.Fields;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Text;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Filters;
using SeizureIntel.Workbench.Labels;

namespace SeizureIntel.Workbench.Completion;

/// <summary>Completes what is typed into the box: with fields that the reader sees, and with values of seizures that the reader sees.</summary>
/// <param name="index">Counts the values.</param>
/// <param name="codeLists">Names of codes.</param>
public sealed partial class CompletionDesk(ISeizureIndex index, CodeListSet codeLists)
{
    private const int MostValues = 1000;
    private const int LeastLetters = 2;
    private const int MostFields = 3;

    // Where a word without a field is looked for.
    private static readonly string[] Offered =
    [
        "heading",
        "product",
        "reporting_country",
        "departure_country",
        "destination_country",
        "mode_of_transport",
        "concealment",
        "firearm_type",
    ];

    private readonly ValueWords _words = new(codeLists);

    /// <summary>How a reader's text may go on.</summary>
    /// <exception cref="Fault">The scope beside the last word is not understood.</exception>
    public async Task<CompletionAnswer> AnswerAsync(Reader reader, CompletionQuery asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        string text = asked.Text ?? "";
        Match last = Last().Match(text);
        string before = text[..last.Index] + last.Groups["not"].Value,
            typed = last.Groups["typed"].Value.TrimStart('"');
        SeizureQuery scope = new FilterReader(codeLists).Read(asked with { Text = text[..last.Index] }).Query;
        if (last.Groups["field"] is { Length: > 0 } name)
        {
            return SeizureFields.Find(name.Value) is { Kind: FieldKind.Code or FieldKind.Codes } field && reader.Sees(field)
                ? new CompletionAnswer([.. (await ValuesAsync(reader, scope, [field], typed, before, cancellationToken)).Take(asked.Size)])
                : new CompletionAnswer([]);
        }

        if (FoldedText.Key(typed).Length < LeastLetters)
            return new CompletionAnswer([]);
        IEnumerable<CompletionOffer> fields = SeizureFields
            .All.Where(f =>
                f.Kind is FieldKind.Code or FieldKind.Codes && reader.Sees(f) && (Begins(f.Label, typed) || Begins(f.Name, typed))
            )
            .Take(MostFields)
            .Select(f => new CompletionOffer($"{before}{f.Name}:", f.Name, f.Label, null, f.Label, null));
        SeizureField[] offered = [.. Offered.Select(f => SeizureFields.Find(f)!).Where(reader.Sees)];
        IEnumerable<CompletionOffer> values = await ValuesAsync(reader, scope, offered, typed, before, cancellationToken);
        return new CompletionAnswer([.. fields.Concat(values).Take(asked.Size)]);
    }

    private async Task<IEnumerable<CompletionOffer>> ValuesAsync(
        Reader reader,
        SeizureQuery scope,
        IReadOnlyList<SeizureField> fields,
        string typed,
        string before,
        CancellationToken cancellationToken
    )
    {
        var request = new SearchRequest
        {
            Query = scope,
            Facets = [.. fields.Select(f => f.Name)],
            FacetSize = MostValues,
            Size = 0,
        };
        SearchResult result = await Misuse.AskAsync(() => index.SearchAsync(reader, request, cancellationToken));
        return fields
            .SelectMany(f => result.Facets[f.Name].Values.Select(v => (Field: f, v.Value, Label: _words.Code(f.Name, v.Value), v.Count)))
            .Where(v => typed.Length == 0 || Begins(v.Label, typed) || v.Value.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(v => v.Count)
            .ThenBy(v => v.Label, StringComparer.Ordinal)
            .Select(v => new CompletionOffer(
                before + BoxText.Condition(v.Field.Name, v.Value) + " ",
                v.Field.Name,
                v.Field.Label,
                v.Value,
                v.Label,
                v.Count
            ));
    }

    // A word of the name begins with what was typed; letter case and diacritics do not count.
    private static bool Begins(string name, string typed)
    {
        string key = FoldedText.Key(typed);
        return key.Length > 0 && (" " + FoldedText.Key(name)).Contains(" " + key, StringComparison.Ordinal);
    }

    [GeneratedRegex("""(?<not>(?<!\S)-)?(?:(?<field>[a-z][a-z_0-9]*):)?(?<typed>"[^"]*|[^\s":]*)$""", RegexOptions.CultureInvariant)]
    private static partial Regex Last();
}
