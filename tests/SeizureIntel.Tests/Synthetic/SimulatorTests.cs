using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json;
using SeizureIntel.Synthetic.Running;
using Xunit;

namespace SeizureIntel.Tests.Synthetic;

public sealed class SimulatorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("seizureintel-simulator-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void The_same_seed_gives_the_same_files_and_another_seed_others()
    {
        string first = Fingerprint(Simulate("a", 1)),
            again = Fingerprint(Simulate("b", 1)),
            other = Fingerprint(Simulate("c", 2));
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public void A_planted_burst_stands_in_the_raw_file()
    {
        string folder = Simulate("burst", 3);
        JsonElement answer = Answers(folder).Single(a => a.GetProperty("id").GetString() == "burst-firearm-parts-de");
        DateOnly from = DateOnly.ParseExact(answer.GetProperty("from").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        string[] lines = File.ReadAllLines(Path.Combine(folder, "template-de.csv"));
        List<string> header = [.. lines[0].Split(',')];
        int date = header.IndexOf("seizure_date"),
            product = header.IndexOf("product");
        int inWeek = lines
            .Skip(1)
            .Select(l => l.Split(','))
            .Count(c =>
                c[product].StartsWith("firearm", StringComparison.Ordinal)
                && DateOnly.TryParseExact(c[date], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
                && day >= from
                && day < from.AddDays(7)
            );
        // Eleven cases were planted; background and the rare copied row come on top.
        Assert.InRange(inWeek, 11, 16);
    }

    [Fact]
    public void The_answer_sheet_has_patterns_to_find_and_changes_that_are_none()
    {
        IReadOnlyList<JsonElement> answers = Answers(Simulate("answers", 4));
        Assert.True(
            answers.Where(a => a.GetProperty("must_find").GetBoolean()).Select(a => a.GetProperty("kind").GetString()).Distinct().Count()
                >= 8
        );
        Assert.True(
            answers.Where(a => !a.GetProperty("must_find").GetBoolean()).Select(a => a.GetProperty("kind").GetString()).Distinct().Count()
                >= 2
        );
    }

    [Fact]
    public void Too_few_weeks_are_refused_with_the_accepted_range()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() =>
            Simulator.Write(new SimulationOptions(1, 100, new DateOnly(2020, 1, 6), 100), _folder)
        );
        Assert.Contains("156", refused.Message, StringComparison.Ordinal);
    }

    private string Simulate(string name, int seed)
    {
        string folder = Path.Combine(_folder, name);
        Simulator.Write(SimulationOptions.FiveYears(seed, 1_000), folder);
        return folder;
    }

    private static List<JsonElement> Answers(string folder)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "answers.json")));
        return [.. document.RootElement.GetProperty("patterns").EnumerateArray().Select(p => p.Clone())];
    }

    private static string Fingerprint(string folder) =>
        string.Join(
            '\n',
            Directory
                .GetFiles(folder)
                .Order(StringComparer.Ordinal)
                .Select(f => Path.GetFileName(f) + " " + Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f))))
        );
}
