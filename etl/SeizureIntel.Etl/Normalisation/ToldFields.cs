using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SeizureIntel.Etl.Mapping;
using SeizureIntel.Fields;
using SeizureIntel.Ports;
using SeizureIntel.Proposals;
using SeizureIntel.Submissions;
using SeizureIntel.Values;

namespace SeizureIntel.Etl.Normalisation;

/// <summary>Fills fields that no column states by what the row's account says in plain words, for sources whose accounts are their records.</summary>
/// <remarks>An account that tells of several cases or several goods, or of no amount, fills nothing, and a field of which it says two things stays
/// blank.</remarks>
/// <param name="reader">Reads what the words of accounts say plainly: what a model thinks is no statement.</param>
/// <param name="fields">The fields that may be filled.</param>
internal sealed class ToldFields(ITextReader reader, IReadOnlyList<string> fields)
{
    private const string Product = "product";
    private const string Concealment = "concealment";
    private const string InVehicle = "3.";
    private const string Mode = "mode_of_transport";
    private const char Road = '3';
    private const string Quantity = "quantity";
    private const string Transit = "transit_countries";
    private const string Unit = "unit";
    private static readonly int Narrative = Slots.Of("narrative");
    private static readonly int ReportedDate = Slots.Of("reported_date");

    /// <summary>Fills the fields of a row that is one item.</summary>
    public void Fill(int row, Reading?[] stated, List<Issue> issues)
    {
        if (stated[Narrative]?.Words is not { } text)
            return;
        ILookup<string, Proposal> told = reader.Read(text).Where(p => p.Code != NonValue.Unmapped).ToLookup(p => p.Field);
        bool isByRoad = told[Mode].Any(m => m.Code.StartsWith(Road));
        if (told[Proposal.Cases].Any(c => c.Code != "1") || Said(told[Product]) is not [{ } product])
            return;
        // Who names goods and no amount warns of them, or reports from court.
        List<Proposal> amounts = Said(told[Quantity].Where(q => q.Item == product.Item));
        if (amounts.Count == 0)
            return;
        foreach (string field in fields)
        {
            int slot = Slots.Of(field);
            if (stated[slot] is not (null or { IsBlank: true }) || (field is Quantity or Unit && amounts.Count > 1))
                continue;
            IEnumerable<Proposal> said = told[field].Where(p => p.Item is null || p.Item == product.Item);
            // A false bottom is that of a vehicle only where there is one.
            if (field == Concealment && !isByRoad)
                said = said.Where(p => !p.Code.StartsWith(InVehicle, StringComparison.Ordinal));
            // The words of a unit are told with their number: "公斤" of "十二公斤".
            if (field == Unit && told[Quantity].FirstOrDefault(q => q.Item == product.Item) is { } amount)
                said = said.Select(p =>
                    p with
                    {
                        Start = amount.Start + amount.Length,
                        Length = p.Start + p.Length - amount.Start - amount.Length,
                    }
                );
            if (Of(field, slot, text, Said(said), stated) is not { } reading)
                continue;
            stated[slot] = reading;
            issues.Add(new Issue(row, field, IssueCode.ToldInWords, null));
        }
    }

    private static Reading? Of(string field, int slot, string text, List<Proposal> said, Reading?[] stated)
    {
        if (field == Concealment)
            said = Deepest(said);
        if (said.Count == 0 || (said.Count > 1 && field != Transit))
            return null;
        Proposal one = said[0];
        return Slots.Field(slot).Kind switch
        {
            FieldKind.Codes => new Reading { Many = [.. said.Select(p => Reading.Known(p.Code, Words(text, p)))] },
            FieldKind.Code => new Reading { One = Reading.Known(one.Code, Words(text, one)) },
            FieldKind.Number => new Reading { Number = decimal.Parse(one.Code, CultureInfo.InvariantCulture), Words = Words(text, one) },
            FieldKind.Date => Day(one.Code, stated[ReportedDate]?.Date) is { } day ? new Reading { Date = day } : null,
            _ => new Reading { Words = one.Code },
        };
    }

    // A day without its year is the last such day before the account was published.
    private static SeizureDate? Day(string code, SeizureDate? published)
    {
        if (published is not { Precision: DatePrecision.Day } known)
            return null;
        for (int year = known.Start.Year; year >= known.Start.Year - 1; year--)
        {
            string text = year.ToString("0000", CultureInfo.InvariantCulture) + code[1..];
            if (
                DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
                && day <= known.Start
            )
                return new SeizureDate(day, DatePrecision.Day);
        }

        return null;
    }

    // A suitcase and its false bottom are one hiding place; a suitcase and a lorry are two, and which it was is not known.
    private static List<Proposal> Deepest(List<Proposal> said) =>
        said.FindAll(p => !said.Exists(q => q.Code.StartsWith(p.Code + ".", StringComparison.Ordinal)));

    private static List<Proposal> Said(IEnumerable<Proposal> proposals) =>
        [.. proposals.GroupBy(p => p.Code, StringComparer.Ordinal).Select(same => same.First())];

    private static string Words(string text, Proposal proposal) => text.Substring(proposal.Start, proposal.Length).Trim();
}
