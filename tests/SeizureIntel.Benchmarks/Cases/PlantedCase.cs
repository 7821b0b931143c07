using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Benchmarks.Running;

namespace SeizureIntel.Benchmarks.Cases;

/// <summary>Patterns planted by the simulator, found again by the studies; over several seeds.</summary>
internal static class PlantedCase
{
    private static readonly string[] Studies = ["trends", "routes", "concealment", "small-arms", "coverage"];

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken stop)
    {
        var run = new CaseRun(arguments, output);
        int seeds = run.Number("--seeds", run.IsQuick ? 2 : 10), cases = run.Number("--cases", run.IsQuick ? 3000 : 10_000);
        var tallies = new SortedDictionary<string, PlantedTally>(StringComparer.Ordinal);
        HashSet<string> absent = [];
        for (int seed = 1; seed <= seeds; seed++)
        {
            string folder = Directory.CreateTempSubdirectory("seizureintel-bench-").FullName;
            try
            {
                await SeedAsync(seed, cases, folder, tallies, absent, stop);
            }
            finally
            {
                Directory.Delete(folder, true);
            }
        }

        await run.LineAsync($"planted patterns over {seeds} seeds of {cases} cases and more{(run.IsQuick ? " (--quick)" : "")}; found = a finding of the same kind that names half of the planted fields or more and contradicts none; false = no planted pattern of any kind agrees; kinds that nobody plants are left out");
        foreach (string study in absent) await run.LineAsync($"there is no study {study} yet: its patterns count as not found");
        foreach ((string kind, PlantedTally tally) in tallies.Where(t => t.Value.Planted > 0))
            await run.LineAsync($"{kind}: found {tally.Found} of {tally.Planted}; {tally.Findings} findings, {tally.Own} of a planted pattern of this kind, {tally.Findings - tally.Own - tally.Unplanted} traces of another's, {tally.Unplanted} false{(tally.Missed.Count == 0 ? "" : "; missed " + string.Join(", ", tally.Missed.Select(m => $"{m.Key} {m.Value.ToString(CultureInfo.InvariantCulture)}x")))}");
        int found = tallies.Values.Sum(t => t.MustFound), of = tallies.Values.Sum(t => t.MustPlanted);
        await run.FigureAsync($"patterns that must be found: {found} of {of} ({(of == 0 ? 0 : 100.0 * found / of):0} %)", $"nine of ten", found >= 0.9 * of);
        return 0;
    }

    private static async Task SeedAsync(int seed, int cases, string folder, SortedDictionary<string, PlantedTally> tallies, HashSet<string> absent, CancellationToken stop)
    {
        string raw = Path.Combine(folder, "raw"), data = Path.Combine(folder, "data");
        await RunAsync(["simulate", "--seed", seed.ToString(CultureInfo.InvariantCulture), "--cases", cases.ToString(CultureInfo.InvariantCulture), "--out", raw, "--json"], stop);
        await RunAsync(["ingest", .. Directory.EnumerateFiles(raw).Where(f => Path.GetFileName(f) != "answers.json").Order(StringComparer.Ordinal), "--data", data, "--json"], stop);
        using JsonDocument answers = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(raw, "answers.json"), stop));
        Pattern[] patterns = [.. answers.RootElement.GetProperty("patterns").EnumerateArray().Select(p => new Pattern(p.GetProperty("id").GetString()!, p.GetProperty("kind").GetString()!, p.GetProperty("must_find").GetBoolean(), Subject(p)))];
        var findings = new List<Pattern>();
        foreach (string study in Studies)
        {
            MeasuredProcess process = await MeasuredProcess.RunAsync(Surroundings.Executable, ["study", study, "--data", data, "--json"], stop);
            if (process.ExitCode == 2) absent.Add(study);
            if (process.ExitCode != 0) continue;
            using JsonDocument reply = JsonDocument.Parse(process.Output);
            findings.AddRange(reply.RootElement.GetProperty("findings").EnumerateArray().Select(f => new Pattern("", f.GetProperty("kind").GetString()!, false, Subject(f))));
        }

        foreach (Pattern pattern in patterns)
        {
            PlantedTally tally = Tally(tallies, pattern.Kind);
            tally.Plant(pattern.Id, pattern.MustFind, findings.Any(f => f.Kind == pattern.Kind && Agrees(pattern, f)));
        }

        foreach (Pattern finding in findings) Tally(tallies, finding.Kind).Find(patterns.Any(p => p.Kind == finding.Kind && Agrees(p, finding)), patterns.Any(p => Agrees(p, finding)));
    }

    private static PlantedTally Tally(SortedDictionary<string, PlantedTally> tallies, string kind)
    {
        if (!tallies.TryGetValue(kind, out PlantedTally? tally)) tallies[kind] = tally = new PlantedTally();
        return tally;
    }

    private static bool Agrees(Pattern pattern, Pattern finding)
    {
        string[] shared = [.. pattern.Subject.Keys.Intersect(finding.Subject.Keys)];
        return 2 * shared.Length >= pattern.Subject.Count && shared.All(k => pattern.Subject[k].Any(v => finding.Subject[k].Any(w => IsSame(v, w))));
    }

    // Codes with points are trees; routes and narratives hold the planted part somewhere.
    private static bool IsSame(string planted, string found) =>
        planted == found || found.StartsWith(planted + ".", StringComparison.Ordinal) || planted.StartsWith(found + ".", StringComparison.Ordinal)
        || (planted.AsSpan().IndexOfAny('>', ' ') >= 0 && found.Contains(planted, StringComparison.Ordinal));

    private static Dictionary<string, string[]> Subject(JsonElement element)
    {
        Dictionary<string, string[]> subject = element.GetProperty("subject").EnumerateObject().ToDictionary(
            p => p.Name, p => p.Value.ValueKind == JsonValueKind.Array ? p.Value.EnumerateArray().Select(v => v.GetString()!).ToArray() : [p.Value.GetString()!], StringComparer.Ordinal);
        // A path says in one word what the sheet says in three: where from, by way of what, where to.
        if (!subject.TryGetValue("path", out string[]? paths)) return subject;
        string[][] places = [.. paths.Select(p => p.Split('>'))];
        subject.TryAdd("departure_country", [.. places.Select(p => p[0])]);
        subject.TryAdd("transit_countries", [.. places.SelectMany(p => p[1..^1])]);
        subject.TryAdd("destination_country", [.. places.Select(p => p[^1])]);
        return subject;
    }

    private static async Task RunAsync(IReadOnlyList<string> arguments, CancellationToken stop)
    {
        MeasuredProcess process = await MeasuredProcess.RunAsync(Surroundings.Executable, arguments, stop);
        if (process.ExitCode is not (0 or 3)) throw new InvalidOperationException($"{arguments[0]} failed: {process.Errors}");
    }

    private sealed record Pattern(string Id, string Kind, bool MustFind, Dictionary<string, string[]> Subject);
}
