using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;
using SeizureIntel.Cases;

namespace SeizureIntel.Etl.Screening;

/// <summary>Makes tokens of the numbers of containers (ISO 6346) and vessels (IMO) that their check digits prove; the number itself is masked as
/// without it (decision 0051). Without a key there are none.</summary>
public sealed partial class NumberTokens() : KeyedHash(Section)
{
    /// <summary>Name of the section of settings.</summary>
    public const string Section = "Conveyances";

    private const string Container = "container";
    private const string Vessel = "vessel";
    private const int ContainerLength = 11;
    private const int ImoLength = 7;

    /// <summary>The tokens of the cells of a row, each once, in the order of the cells; empty for most rows.</summary>
    /// <param name="cells">The cells as read, before they are screened.</param>
    /// <param name="isOfShips">Whether a dropped column's header speaks of ships, so that seven digits alone are an IMO number; elsewhere they are a
    /// seal or a booking, one in ten of which has the check digit of a vessel.</param>
    internal IReadOnlyList<ConveyanceToken> Of(IReadOnlyList<string> cells, ReadOnlySpan<bool> isOfShips)
    {
        if (Key is null)
            return [];
        List<ConveyanceToken>? tokens = null;
        Span<char> number = stackalloc char[2 * ContainerLength];
        for (int i = 0; i < cells.Count; i++)
        {
            string cell = cells[i];
            if (cell.Length < ImoLength || !cell.AsSpan().ContainsAnyInRange('0', '9'))
                continue;
            bool hasContainer = false;
            foreach (ValueMatch match in NumberFinder.ContainerShapes().EnumerateMatches(cell))
            {
                if (
                    NumberFinder.Compact(cell.AsSpan(match.Index, match.Length), number) == ContainerLength
                    && CheckDigits.IsContainer(number)
                )
                {
                    Add(Container, number[..ContainerLength], ref tokens);
                    hasContainer = true;
                }
            }

            if (cell.Contains("IMO", StringComparison.OrdinalIgnoreCase))
                AddVessels(cell, Imos(), ref tokens);
            if (!hasContainer && i < isOfShips.Length && isOfShips[i])
                AddVessels(cell, BareImos(), ref tokens);
        }

        return tokens ?? (IReadOnlyList<ConveyanceToken>)[];
    }

    private void AddVessels(string cell, Regex shapes, ref List<ConveyanceToken>? tokens)
    {
        foreach (ValueMatch match in shapes.EnumerateMatches(cell))
        {
            ReadOnlySpan<char> digits = cell.AsSpan(match.Index + match.Length - ImoLength, ImoLength);
            if (CheckDigits.IsImo(digits))
                Add(Vessel, digits, ref tokens);
        }
    }

    private void Add(string kind, ReadOnlySpan<char> number, ref List<ConveyanceToken>? tokens)
    {
        var token = new ConveyanceToken(kind, HashOf($"{kind}:{number}")!);
        if (!(tokens ??= []).Contains(token))
            tokens.Add(token);
    }

    // "IMO 9074729", "IMO no. 9074729", "IMO:9074729"
    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?i:IMO)[ -]?(?i:no|nr|number|num|número|номер|№)?[.: #№-]{0,3}[0-9]{7}(?![0-9])")]
    private static partial Regex Imos();

    [GeneratedRegex("(?<![0-9A-Za-z])[0-9]{7}(?![0-9A-Za-z])")]
    private static partial Regex BareImos();
}
