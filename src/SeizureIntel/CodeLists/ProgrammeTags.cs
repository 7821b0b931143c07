using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SeizureIntel.Cases;

namespace SeizureIntel.CodeLists;

/// <summary>Which control programmes watch the goods of a seizure, by the lists <c>programmes</c> and <c>programme_goods</c>.</summary>
/// <remarks>Tags are kept nowhere but in the index: who edits the list makes the index anew. A good is watched with all goods below it, from
/// <c>valid_from</c> to <c>valid_to</c>, both included; a blank end is open. By its product or, where the HS subheading holds nothing else, by that.</remarks>
public sealed class ProgrammeTags
{
    private const string ListName = "programme_goods";

    private readonly Dictionary<string, List<Watched>> _byProduct = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Watched>> _byHs = new(StringComparer.Ordinal);

    private readonly record struct Watched(string Programme, DateOnly From, DateOnly To);

    /// <summary>Reads the list; without it nothing is tagged.</summary>
    /// <exception cref="FormatException">A row names a programme, a product or a date that there is not.</exception>
    public ProgrammeTags(CodeListSet lists)
    {
        ArgumentNullException.ThrowIfNull(lists);
        foreach (Code row in lists.Lists.FirstOrDefault(l => l.Name == ListName)?.Codes ?? [])
        {
            string programme = row.Attribute("programme") ?? "";
            if (lists["programmes"].FindCode(programme) is null)
                throw new FormatException($"Code list {ListName}: {row.Value} names the programme '{programme}', which there is not.");
            var watched = new Watched(programme, Date(row, "valid_from") ?? DateOnly.MinValue, Date(row, "valid_to") ?? DateOnly.MaxValue);
            if (row.Attribute("product") is { } product)
            {
                if (lists["products"].FindCode(product) is null)
                    throw new FormatException($"Code list {ListName}: {row.Value} names the product '{product}', which there is not.");
                foreach (string code in lists["products"].WithDescendants(product))
                    Add(_byProduct, code, watched);
            }

            foreach (string code in row.Attribute("hs")?.Split(' ') ?? [])
                Add(_byHs, code, watched);
        }
    }

    /// <summary>The case with the programmes of its seizures; the same where none is watched.</summary>
    public Case Tagged(Case untagged)
    {
        ArgumentNullException.ThrowIfNull(untagged);
        Seizure[]? tagged = null;
        for (int i = 0; i < untagged.Seizures.Count; i++)
        {
            if (Of(untagged.Seizures[i], untagged.SeizureDate.Start) is not { Count: > 0 } programmes)
                continue;
            tagged ??= [.. untagged.Seizures];
            tagged[i] = tagged[i] with { Programmes = programmes };
        }

        return tagged is null ? untagged : untagged with { Seizures = tagged };
    }

    private IReadOnlyList<string> Of(Seizure seizure, DateOnly date)
    {
        List<Watched>? product = _byProduct.GetValueOrDefault(seizure.Product.Code);
        List<Watched>? hs = _byHs.GetValueOrDefault(seizure.HsCode.Code);
        if (product is null && hs is null)
            return [];
        return
        [
            .. (product ?? [])
                .Concat(hs ?? [])
                .Where(w => w.From <= date && date <= w.To)
                .Select(w => w.Programme)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    private static void Add(Dictionary<string, List<Watched>> lists, string code, Watched watched)
    {
        if (!lists.TryGetValue(code, out List<Watched>? list))
            lists.Add(code, list = []);
        list.Add(watched);
    }

    private static DateOnly? Date(Code row, string attribute)
    {
        if (row.Attribute(attribute) is not { } text)
            return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? date
            : throw new FormatException(
                $"Code list {ListName}: {attribute} of {row.Value} is '{text}'; a date like 2010-11-01 was expected."
            );
    }
}
