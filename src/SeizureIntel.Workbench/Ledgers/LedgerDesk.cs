using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.CodeLists;
using SeizureIntel.Fields;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Exports;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Filters;
using SeizureIntel.Workbench.Labels;
using SeizureIntel.Workbench.Tabulating;

namespace SeizureIntel.Workbench.Ledgers;

/// <summary>Keeps account of what came into each country and what left it.</summary>
/// <remarks>A leg is a pair of stations that follow each other on a known route. A seizure stands on each of its legs: it may come into a country and
/// leave it again.</remarks>
public sealed class LedgerDesk(ISeizureIndex index, FilterReader filters, CodeListSet codeLists)
{
    private const string Countries = "countries";
    private const string CountryField = "country";
    private const char Between = '>';

    /// <summary>The ledger of a scope.</summary>
    /// <exception cref="Fault">A member names what is not there.</exception>
    public async Task<LedgerAnswer> AnswerAsync(Reader reader, LedgerQuery asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        string? country = string.IsNullOrWhiteSpace(asked.Country) ? null : CodeOf(asked.Country.Trim());
        var request = new TabulationRequest(filters.Read(asked).Query, [SeizureFields.Leg]);
        Tabulation counted = await Misuse.AskAsync(() => index.TabulateAsync(reader, request, cancellationToken));
        (string From, string To, int Seizures)[] legs =
        [
            .. counted
                .Rows.Where(r => !NonValue.Is(r.Key[0]) && r.Value > 0)
                .Select(r => (r.Key[0].Split(Between), (int)r.Value))
                .Select(l => (l.Item1[0], l.Item1[1], l.Item2)),
        ];
        var known = new KnownOf(counted.Known, counted.Of);
        if (country is null)
        {
            IReadOnlyList<LedgerRow> all = Rows(legs.Select(l => (l.To, l.Seizures)), legs.Select(l => (l.From, l.Seizures)));
            return new LedgerAnswer(null, null, null, null, known, all);
        }

        IReadOnlyList<LedgerRow> partners = Rows(
            legs.Where(l => l.To == country).Select(l => (l.From, l.Seizures)),
            legs.Where(l => l.From == country).Select(l => (l.To, l.Seizures))
        );
        return new LedgerAnswer(
            country,
            codeLists.Label(CountryField, country),
            partners.Sum(p => p.In),
            partners.Sum(p => p.Out),
            known,
            partners
        );
    }

    /// <summary>Writes a ledger.</summary>
    public static void Write(LedgerAnswer ledger, ExportFormat format, Stream target)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        string[] names = ledger.Country is null ? ["country", "name", "in", "out"] : ["partner", "name", "in", "out"];
        using RowWriter rows = RowWriter.Of(format, target, names);
        foreach (LedgerRow row in ledger.Rows)
            rows.Add([row.Country, row.Label, (double)row.In, (double)row.Out]);
    }

    private IReadOnlyList<LedgerRow> Rows(
        IEnumerable<(string Country, int Seizures)> into,
        IEnumerable<(string Country, int Seizures)> outOf
    )
    {
        Dictionary<string, int> ins = Sums(into),
            outs = Sums(outOf);
        return
        [
            .. ins
                .Keys.Union(outs.Keys)
                .Select(c => new LedgerRow(c, codeLists.Label(CountryField, c), ins.GetValueOrDefault(c), outs.GetValueOrDefault(c)))
                .OrderByDescending(r => r.In + r.Out)
                .ThenBy(r => r.Country, StringComparer.Ordinal),
        ];
    }

    private static Dictionary<string, int> Sums(IEnumerable<(string Country, int Seizures)> parts) =>
        parts.GroupBy(p => p.Country, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(p => p.Seizures), StringComparer.Ordinal);

    private string CodeOf(string country) =>
        codeLists[Countries].Find(country)?.Value
        ?? throw Fault.Usage(
            "unknown_country",
            $"There is no country '{country}'.",
            NearestNames.Question(country, codeLists[Countries].Codes.Select(c => c.Label))
        );
}
