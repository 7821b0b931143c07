using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Cases;
using SeizureIntel.CodeLists;
using SeizureIntel.Ports;
using SeizureIntel.Proposals;
using SeizureIntel.Values;

namespace SeizureIntel.Workbench.Seizures;

/// <summary>What the words of a record say of its goods where the record states no known heading or product.</summary>
/// <param name="reader">Reads texts.</param>
/// <param name="lists">Tells a product's heading.</param>
public sealed class GoodsProposer(ITextReader reader, CodeListSet lists)
{
    /// <summary>Name of the field of headings.</summary>
    public const string Heading = "heading";

    /// <summary>Name of the field of products.</summary>
    public const string Product = "product";

    /// <summary>One proposal, of a product or else of a heading, with the text it was read from; null where the words say nothing, or several things.</summary>
    /// <param name="found">The case.</param>
    /// <param name="seizure">One of its seizures.</param>
    /// <param name="mayReadNarrative">Whether the account may be read; it tells of the goods of a case with one seizure alone.</param>
    /// <param name="refused">Codes that are not proposed again.</param>
    public (Proposal Proposal, string Text)? Find(Case found, Seizure seizure, bool mayReadNarrative, IReadOnlyCollection<string> refused)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(seizure);
        if (!IsOpen(seizure.Product))
            return null;
        string?[] texts =
        [
            seizure.Product.Text,
            IsOpen(seizure.Heading) ? seizure.Heading.Text : null,
            mayReadNarrative && found.Seizures.Count == 1 ? found.Narrative : null,
        ];
        foreach (string text in texts.OfType<string>().Where(t => !string.IsNullOrWhiteSpace(t)))
        {
            IReadOnlyList<Proposal> read = reader.Read(text);
            Proposal? proposal = Only(read, Product) ?? (IsOpen(seizure.Heading) ? Only(read, Heading) : null);
            if (proposal is not null && !refused.Contains(proposal.Code) && Fits(seizure, proposal))
                return (proposal, text);
        }

        return null;
    }

    /// <summary>The heading that a product belongs to; null for an unknown product.</summary>
    public string? HeadingOf(string product) => lists["products"].FindCode(product)?.Attribute(Heading);

    /// <summary>Whether nothing was stated, or nothing that is understood. "Unknown" and "not told" are statements.</summary>
    public static bool IsOpen(Stated stated) => stated.Code is NonValue.NotStated or NonValue.Unmapped;

    private bool Fits(Seizure seizure, Proposal proposal) =>
        proposal.Field == Heading || IsOpen(seizure.Heading) || HeadingOf(proposal.Code) == seizure.Heading.Code;

    // Words that name two things do not say which the record is of.
    private static Proposal? Only(IReadOnlyList<Proposal> read, string field)
    {
        Proposal[] ofField = [.. read.Where(p => p.Field == field && !NonValue.Is(p.Code))];
        return ofField.Select(p => p.Code).Distinct(StringComparer.Ordinal).Take(2).Count() == 1 ? ofField.MaxBy(p => p.Probability) : null;
    }
}
