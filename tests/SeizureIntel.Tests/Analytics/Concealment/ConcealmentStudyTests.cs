using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Concealment;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Cases;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.Analytics.Concealment;

public sealed class ConcealmentStudyTests : IDisposable
{
    private static readonly DateOnly Start = new(2021, 1, 1);
    private readonly FedIndex _fed = new();

    public void Dispose() => _fed.Dispose();

    [Fact]
    public async Task Goods_that_are_nearly_always_in_one_place_go_together_with_it()
    {
        Table("ES");
        Table("NL");

        Finding found = Assert.Single((await RunAsync()).Findings, f =>
            f.Kind == "association" && Is(f, "concealment", "3.3") && Is(f, "product", "spirits")
        );

        // Both reporters: 80 of 100 spirits and 40 of 400 cigarettes are in 3.3, so 120 of 500 are; doubled: 160 where 200 x 240 / 1000 = 48 are expected.
        Assert.Equal(160, found.N);
        Assert.Equal(48, found.Baseline!.Value, 9);
        Assert.Equal(160 / 48.0, found.Effect!.Value, 9);
        Assert.True(found.Q < 1e-20);

        // 160 x (1000 - 200 - 240 + 160) / ((200 - 160) x (240 - 160)) = 115200 / 3200 = 36; the reporters are alike, so within them too.
        Assert.Contains("odds ratio 36.0 pooled, 36.0 within reporters", found.Caveats.Select(c => c.Text));
    }

    [Fact]
    public async Task A_pair_that_only_tells_who_reports_what_is_no_association()
    {
        // ES seizes spirits in 3.3, NL cigarettes in 5.4; each of them has both goods in both places independently.
        foreach ((string reporter, int spirits, int tank) in new[] { ("ES", 90, 90), ("NL", 10, 10) })
        {
            _fed.Add(spirits * tank / 10, Start, 700, c => Hidden(c, reporter, "H02", "spirits", "3.3"));
            _fed.Add(spirits * (100 - tank) / 10, Start, 700, c => Hidden(c, reporter, "H02", "spirits", "5.4"));
            _fed.Add((100 - spirits) * tank / 10, Start, 700, c => Hidden(c, reporter, "H02", "cigarettes", "3.3"));
            _fed.Add((100 - spirits) * (100 - tank) / 10, Start, 700, c => Hidden(c, reporter, "H02", "cigarettes", "5.4"));
        }

        Assert.DoesNotContain((await RunAsync()).Findings, f => f.Kind == "association");
    }

    [Fact]
    public async Task What_one_reporter_alone_sends_is_marked_so()
    {
        Table("ES");

        Finding found = Assert.Single((await RunAsync()).Findings, f =>
            f.Kind == "association" && Is(f, "concealment", "3.3") && Is(f, "product", "spirits")
        );
        Assert.Contains("single reporter", found.Caveats.Select(c => c.Text));
    }

    [Fact]
    public async Task A_place_first_used_for_goods_after_a_year_is_novel()
    {
        Table("ES");
        _fed.Add(12, new DateOnly(2022, 9, 1), 60, c => Hidden(c, "ES", "H02", "cigarettes", "3.5"));

        Finding found = Assert.Single((await RunAsync()).Findings, f => f.Kind == "novel");
        Assert.Equal(["3.5"], found.Subject["concealment"]);
        Assert.Equal(["cigarettes"], found.Subject["product"]);
        Assert.Equal((12, new DateOnly(2022, 9, 1)), (found.N, found.Period.From));
        Assert.Null(found.P);
    }

    [Fact]
    public async Task A_place_seen_before_is_not_novel()
    {
        Table("ES");
        _fed.Add(1, new DateOnly(2021, 3, 1), 1, c => Hidden(c, "NL", "H02", "cigarettes", "3.5"));
        _fed.Add(12, new DateOnly(2022, 9, 1), 60, c => Hidden(c, "NL", "H02", "cigarettes", "3.5"));

        Assert.DoesNotContain((await RunAsync()).Findings, f => f.Kind == "novel");
    }

    [Fact]
    public async Task A_place_that_goods_take_to_emerges()
    {
        Table("ES");
        Table("NL");
        _fed.Add(60, new DateOnly(2022, 7, 1), 90, c => Hidden(c, "NL", "H02", "cigarettes", "5.4"));

        Finding found = Assert.Single((await RunAsync()).Findings, f => f.Kind == "emerging" && Is(f, "concealment", "5.4"));
        Assert.Equal(new DateOnly(2022, 7, 1), found.Period.From);
        Assert.Equal(60, found.N);
    }

    [Fact]
    public async Task A_term_that_narratives_did_not_use_before_is_told_and_nothing_else_of_them()
    {
        Table("ES", "Found in the tank of a lorry.");
        _fed.Add(40, new DateOnly(2022, 7, 1), 90, c =>
            Hidden(c, "ES", "H02", "cigarettes", "3.4") with
            {
                Narrative = "Packages in a magnetic pouch of the lorry.",
            }
        );

        StudyResult result = await RunAsync();

        Finding found = Assert.Single(result.Findings, f => f.Kind == "new_term");
        Assert.Equal(["magnetic pouch"], found.Subject["narrative"]);
        Assert.Equal((40, new DateOnly(2022, 7, 1)), (found.N, found.Period.From));
        await _fed.EachIsFoundAsync([found]);
    }

    [Fact]
    public async Task The_language_of_a_new_reporter_is_no_new_term()
    {
        Table("ES", "Found in the tank of a lorry.");
        _fed.Add(40, new DateOnly(2022, 7, 1), 90, c =>
            Hidden(c, "DE", "H02", "cigarettes", "3.4") with
            {
                Narrative = "Im Tank eines Lastwagens gefunden.",
            }
        );

        Assert.DoesNotContain((await RunAsync()).Findings, f => f.Kind == "new_term");
    }

    [Fact]
    public async Task Two_ways_of_working_become_two_groups_with_their_marks()
    {
        _fed.Add(200, Start, 730, c => Hidden(c, "ES", "H02", "cigarettes", "3.4"));
        _fed.Add(200, Start, 730, c =>
            Hidden(c, "ES", "H01", "cocaine", "1") with
            {
                Conveyance = new Conveyance(new Stated("4", null), default, default),
            }
        );

        Finding[] found = [.. (await RunAsync()).Findings.Where(f => f.Kind == "modus_operandi")];
        Assert.Equal(
            ["1 cocaine 4 200", "3.4 cigarettes 3 200"],
            found
                .Select(f => $"{f.Subject["concealment"][0]} {f.Subject["product"][0]} {f.Subject["mode_of_transport"][0]} {f.N}")
                .Order(StringComparer.Ordinal)
        );

        // Each mark is on half of 400: 400 / 8 = 50 are expected, 200 are there.
        Assert.All(found, f => Assert.Equal(4, f.Effect!.Value, 9));
    }

    [Fact]
    public async Task A_group_without_a_hiding_place_of_its_own_is_no_way_of_working()
    {
        // Cigarettes go by road and cocaine by air, both as often in each of two places; others of the same state no place.
        foreach (string place in new[] { "3.4", "1" })
        {
            _fed.Add(150, Start, 730, c => Hidden(c, "ES", "H02", "cigarettes", place));
            _fed.Add(150, Start, 730, c =>
                Hidden(c, "ES", "H01", "cocaine", place) with
                {
                    Conveyance = new Conveyance(new Stated("4", null), default, default),
                }
            );
        }

        _fed.Add(100, Start, 730, c => Hidden(c, "ES", "H02", "cigarettes", "1") with { Concealments = [] });

        Assert.DoesNotContain((await RunAsync()).Findings, f => f.Kind == "modus_operandi");
    }

    [Fact]
    public async Task Every_finding_is_found_by_its_evidence()
    {
        Table("ES");
        Table("NL");
        _fed.Add(60, new DateOnly(2022, 7, 1), 90, c => Hidden(c, "NL", "H02", "cigarettes", "5.4"));
        _fed.Add(12, new DateOnly(2022, 9, 1), 60, c => Hidden(c, "NL", "H02", "cigarettes", "3.5"));
        _fed.Add(150, Start, 730, c =>
            Hidden(c, "NL", "H01", "cocaine", "1") with
            {
                Conveyance = new Conveyance(new Stated("4", null), default, default),
            }
        );

        IReadOnlyList<Finding> findings = (await RunAsync(all: true)).Findings;
        await _fed.EachIsFoundAsync(findings);
        Assert.Equal(["association", "emerging", "modus_operandi", "novel"], findings.Select(f => f.Kind).Distinct().Order());
        Assert.Equal(findings.Count, findings.DistinctBy(f => f.Id).Count());
    }

    private static bool Is(Finding finding, string field, string code) =>
        finding.Subject.TryGetValue(field, out IReadOnlyList<string>? codes) && codes.Contains(code);

    private static Case Hidden(Case of, string reporter, string heading, string product, string place) =>
        FedIndex.Goods(of, heading, product) with
        {
            ReportingCountry = new Stated(reporter, null),
            Conveyance = new Conveyance(new Stated("3", null), default, default),
            Concealments = [new(new Stated(place, null), default, default)],
        };

    // Over two years: 100 spirits, 80 of them in the fuel tank; 400 cigarettes, 40 of them there; the rest within the vehicle.
    private void Table(string reporter, string? narrative = null)
    {
        _fed.Add(80, Start, 730, c => Hidden(c, reporter, "H02", "spirits", "3.3") with { Narrative = narrative });
        _fed.Add(20, Start, 730, c => Hidden(c, reporter, "H02", "spirits", "3.4"));
        _fed.Add(40, Start, 730, c => Hidden(c, reporter, "H02", "cigarettes", "3.3"));
        _fed.Add(360, Start, 730, c => Hidden(c, reporter, "H02", "cigarettes", "3.4") with { Narrative = narrative });
    }

    private async Task<StudyResult> RunAsync(bool all = false)
    {
        await _fed.FeedAsync();
        return await new ConcealmentStudy(_fed.Index, FedIndex.Lists).RunAsync(
            new StudyScope
            {
                Reader = Reader.Owner,
                Query = SeizureQuery.All,
                ShowAll = all,
            },
            TestContext.Current.CancellationToken
        );
    }
}
