using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Cases;
using SeizureIntel.CodeLists;
using SeizureIntel.Ports;
using SeizureIntel.Readers;
using SeizureIntel.Reading.Models;
using SeizureIntel.Values;

namespace SeizureIntel.Workbench.Texts;

/// <summary>What models learn from: the words of the code lists, and what contributors wrote for codes that were understood.</summary>
/// <param name="lists">The code lists.</param>
/// <param name="submissions">The store.</param>
public sealed class TrainingTexts(CodeListSet lists, ISubmissionStore submissions)
{
    private const int FewestCases = 5;
    private const int FewestReporters = 2;
    private const int AliasGroups = 5;
    private const string Unknown = "und";

    /// <summary>Texts of goods with their product or heading.</summary>
    /// <param name="ofHeading">Whether the heading is wanted, not the product.</param>
    /// <param name="cancellationToken">Stops the reading of the store.</param>
    /// <returns>Examples; the groups are the languages of the labels, five parts of the aliases, and one a source.</returns>
    /// <remarks>A text of the store counts from five cases of two reporters on, and from records up to AMBER: what one service writes is not taught.</remarks>
    public async Task<IReadOnlyList<TextExample>> OfGoodsAsync(bool ofHeading, CancellationToken cancellationToken)
    {
        CodeList products = lists["products"];
        var examples = new List<TextExample>();
        foreach (Code product in products.Codes)
        {
            if ((ofHeading ? product.Attribute("heading") : product.Value) is not { } code)
                continue;
            examples.AddRange(product.Labels.Select(l => new TextExample(l.Value, code, "label_" + l.Key, l.Key)));
            examples.AddRange(
                products
                    .TextsOf(product.Value)
                    .Except(product.Labels.Values, StringComparer.Ordinal)
                    .Select((text, i) => new TextExample(text, code, "alias_" + (i % AliasGroups), Unknown))
            );
        }

        if (ofHeading)
            examples.AddRange(
                lists["headings"].Codes.SelectMany(h => h.Labels.Select(l => new TextExample(l.Value, h.Value, "label_" + l.Key, l.Key)))
            );
        await foreach ((string source, string text, string code) in OfStoreAsync(ofHeading, cancellationToken))
            examples.Add(new TextExample(text, code, "source_" + source, Unknown));
        return [.. examples.DistinctBy(e => (e.Text.ToUpperInvariant(), e.Group, e.Code))];
    }

    /// <summary>The product that a product is a kind of; null where it is of none.</summary>
    public string? ProductAbove(string code) => lists["products"].FindCode(code)?.Parent;

    private async IAsyncEnumerable<(string Source, string Text, string Code)> OfStoreAsync(
        bool ofHeading,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var met = new Dictionary<(string Source, string Text, string Code), (int Cases, HashSet<string> Reporters)>();
        await foreach (IReadOnlyList<Case> cases in submissions.ReadAllAsync(Reader.UpTo(Marking.Amber), cancellationToken))
        {
            foreach (Case one in cases)
            {
                foreach (Seizure seizure in one.Seizures)
                {
                    if (seizure.Product is not { IsKnown: true, Text: { Length: > 0 } text })
                        continue;
                    Stated wanted = ofHeading ? seizure.Heading : seizure.Product;
                    if (!wanted.IsKnown)
                        continue;
                    (string, string, string) key = (one.Source, text, wanted.Code);
                    (int count, HashSet<string> reporters) = met.TryGetValue(key, out var known)
                        ? known
                        : (0, new HashSet<string>(StringComparer.Ordinal));
                    reporters.Add(one.ReportingCountry.Code);
                    met[key] = (count + 1, reporters);
                }
            }
        }

        foreach (((string, string, string) key, (int count, HashSet<string> reporters)) in met)
        {
            if (count >= FewestCases && reporters.Count >= FewestReporters)
                yield return key;
        }
    }
}
