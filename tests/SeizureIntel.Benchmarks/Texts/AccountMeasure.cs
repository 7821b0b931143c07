using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Benchmarks.Running;
using SeizureIntel.Ports;
using SeizureIntel.Proposals;

namespace SeizureIntel.Benchmarks.Texts;

/// <summary>What is read of accounts that were written and labelled by hands that did not know the product.</summary>
/// <remarks><c>accounts.csv</c> holds 240 accounts of each of two such hands, forty in each of six languages, invented after the manner of notes,
/// reports, releases and tables; a quarter tell of no case or of nothing hidden. One set is learnt from; the other is held: nobody reads it, and
/// what is wrong in it is not shown. A label <c>a/b</c> is right either way, <c>a|b</c> are two places; a route is <c>CO&gt;NL&gt;DE</c>, and one
/// country is none.</remarks>
internal static class AccountMeasure
{
    private const double LeastPrecision = 0.90;
    private const double LeastRecall = 0.75;
    private const double LeastRight = 0.99;
    private const string Learnt = "learn";
    private const string None = "none";
    private const string Leg = ">";
    private const string Place = "place";
    private const string Amount = "amount";
    private const string Route = "route";

    private static readonly string[] Fields = [Place, "product", Amount, "mode", Route];

    private static readonly string[] Stations = ["departure_country", "transit_countries", "destination_country"];

    /// <summary>Prints what is right of what is told and stated; <c>--show</c> lists what is wrong in the set to learn from.</summary>
    /// <returns>Whether every bar was met by the held set.</returns>
    public static async Task<bool> PrintAsync(CaseRun run, ITextReader reader, CancellationToken stop)
    {
        await run.LineAsync("accounts by hands that did not know the product");
        bool isMet = true;
        foreach (IGrouping<string, List<string>> set in (await LabelFile.RowsAsync("accounts.csv", stop)).GroupBy(r => r[0]))
        {
            List<Judged> read = [.. set.Select(r => Judge(r, reader.Read(r[8])))];
            bool isLearnt = set.Key == Learnt;
            await run.LineAsync($"  {(isLearnt ? "learnt from" : "held back")}: {read.Count}");
            bool isSetMet = await PrintAsync(run, read);
            if (!isLearnt)
            {
                isMet &= isSetMet;
                continue;
            }

            foreach (IGrouping<string, Judged> language in read.GroupBy(r => r.Language).OrderBy(l => l.Key))
                await run.LineAsync($"      {language.Key}: {string.Join("; ", Fields.Select(f => $"{f} {Figure([.. language], f)}"))}");
            if (run.Has("--show"))
                await ShowAsync(run, read);
        }

        return isMet;
    }

    private static async Task<bool> PrintAsync(CaseRun run, List<Judged> read)
    {
        bool isMet = true;
        foreach (string field in Fields)
        {
            Ratio ratio = Figure(read, field);
            (string Bar, bool IsMet)? bar = field switch
            {
                Place => ("0.90 at 0.75", ratio.Meets(LeastPrecision, LeastRecall)),
                Amount => ("0.99 at any", ratio.Meets(LeastRight, 0)),
                _ => null,
            };
            if (bar is { } held)
                await run.FigureAsync($"    {field}: {ratio}", held.Bar, held.IsMet);
            else
                await run.LineAsync($"    {field}: {ratio}");
            isMet &= bar?.IsMet ?? true;
        }

        int wrong = read.Sum(r => r.Legs.Count(l => !IsStated(l, r.Labels[Route])));
        await run.FigureAsync(CaseRun.Line($"    legs that nobody stated: {wrong} of {read.Sum(r => r.Legs.Length)}"), "0", wrong == 0);
        return isMet && wrong == 0;
    }

    private static async Task ShowAsync(CaseRun run, List<Judged> read)
    {
        foreach (Judged one in read)
        {
            string[] wrong =
            [
                .. Fields.Where(f => !IsRight(one, f)).Select(f => $"{f} {one.Labels[f]}, read as {string.Join(" ", one.Found[f])}"),
            ];
            if (wrong.Length > 0)
                await run.LineAsync($"      {one.Language} {string.Join("; ", wrong)}: {one.Text}");
        }
    }

    private static Judged Judge(List<string> row, IReadOnlyList<Proposal> told)
    {
        string[] route = [.. Stations.SelectMany(s => told.Where(p => p.Field == s).Select(p => p.Code).Distinct())];
        return new Judged(
            row[1],
            row[8],
            new()
            {
                [Place] = row[2],
                ["product"] = row[3],
                [Amount] =
                    row[4].Length > 0 && row[5].Length > 0
                        ? string.Join('/', row[5].Split('/').Select(u => Plain(row[4]) + " " + u))
                        : None,
                ["mode"] = row[6].Length > 0 ? row[6][..1] : None,
                [Route] = row[7].Contains(Leg, StringComparison.Ordinal) ? row[7] : None,
            },
            new()
            {
                [Place] = ConcealmentMeasure.PlacesOf(told),
                ["product"] = [.. told.Where(p => p.Field == "product").Select(p => p.Code).Distinct()],
                [Amount] = AmountsOf(told),
                ["mode"] = [.. told.Where(p => p.Field == "mode_of_transport").Select(p => p.Code[..1]).Distinct()],
                [Route] = route.Length > 1 ? [string.Join(Leg, route)] : [],
            },
            [.. route.Zip(route.Skip(1), (from, to) => from + Leg + to)]
        );
    }

    // One amount of each of the goods; of several it is not told which is the amount, and nothing is filled by them.
    private static string[] AmountsOf(IReadOnlyList<Proposal> told) =>
        [
            .. told.Where(p => p.Field == "quantity")
                .GroupBy(p => p.Item)
                .Where(item => item.Select(p => p.Code).Distinct().Count() == 1)
                .Select(item => Plain(item.First().Code) + " " + told.First(p => p.Field == "unit" && p.Item == item.Key).Code),
        ];

    private static string Plain(string number) =>
        double.Parse(number, CultureInfo.InvariantCulture).ToString("0.######", CultureInfo.InvariantCulture);

    private static Ratio Figure(List<Judged> read, string field) =>
        field == Place
            ? ConcealmentMeasure.Place([.. read.Select(r => (r.Labels[Place], r.Found[Place]))])
            : new Ratio(
                read.Sum(r => r.Found[field].Length),
                read.Sum(r => r.Found[field].Count(f => Agrees(f, r.Labels[field]))),
                read.Count(r => r.Labels[field] != None),
                read.Count(r => r.Labels[field] != None && Array.Exists(r.Found[field], f => Agrees(f, r.Labels[field])))
            );

    private static bool IsRight(Judged one, string field) =>
        field == Place
            ? Array.TrueForAll(one.Found[Place], f => ConcealmentMeasure.Agrees(f, one.Labels[Place]))
                && (one.Found[Place].Length > 0 || !ConcealmentMeasure.IsHidden(one.Labels[Place]))
            : Array.TrueForAll(one.Found[field], f => Agrees(f, one.Labels[field]))
                && (one.Found[field].Length > 0 || one.Labels[field] == None);

    private static bool Agrees(string found, string labels) => labels.Split('|', '/').Contains(found);

    private static bool IsStated(string leg, string route) => (Leg + route + Leg).Contains(Leg + leg + Leg, StringComparison.Ordinal);

    /// <summary>What a person and the product read in an account, by field, and the legs that the product told.</summary>
    private sealed record Judged(
        string Language,
        string Text,
        Dictionary<string, string> Labels,
        Dictionary<string, string[]> Found,
        string[] Legs
    );
}
