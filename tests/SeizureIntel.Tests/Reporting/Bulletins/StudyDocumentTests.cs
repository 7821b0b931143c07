using System.Linq;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Charts;
using SeizureIntel.Reporting.Bulletins;
using Xunit;

namespace SeizureIntel.Tests.Reporting.Bulletins;

public sealed class StudyDocumentTests
{
    private static readonly StudyDocument Pages = new(BulletinFixture.Codes);

    [Fact]
    public void A_heading_draws_its_legs_and_its_whole_routes()
    {
        Bulletin page = Page("routes");
        Assert.Equal(["flows-H01", "paths-H01"], page.Charts.Select(c => c.Id));
        var paths = (Sankey)page.Charts[1];
        // CO>PA>ES has a station between; PE>NL and PE>ZA pass the stage of transit.
        Assert.Equal(["From", "Transit", "To"], paths.Stages);
        Assert.Equal(
            [
                new(0, "CO", 1, "PA", 311, "311"),
                new(1, "PA", 2, "ES", 311, "311"),
                new(0, "PE", 2, "NL", 164, "164"),
                new(0, "PE", 2, "ZA", 41, "41"),
            ],
            paths.Links
        );
        Assert.Equal("Netherlands", paths.Names["NL"]);
    }

    [Fact]
    public void Routes_with_a_step_in_common_are_one_band_and_long_ones_keep_their_ends()
    {
        Sankey paths = Paths(("A>B>C", 5), ("A>B>D", 3), ("A>B>X>Y>Z>C", 2), ("A>C", 4));
        Assert.Equal(["From", "First transit", "Last transit", "To"], paths.Stages);
        Assert.Equal(
            [
                // 5 + 3 + 2 begin with A>B.
                new(0, "A", 1, "B", 10, "10"),
                new(1, "B", 3, "C", 5, "5"),
                new(1, "B", 3, "D", 3, "3"),
                new(1, "B", 2, "Z", 2, "2"),
                new(2, "Z", 3, "C", 2, "2"),
                new(0, "A", 3, "C", 4, "4"),
            ],
            paths.Links
        );
    }

    [Fact]
    public void A_count_that_an_open_edition_holds_back_is_added_to_no_other()
    {
        Sankey paths = Paths(("A>B>C", "<5"), ("A>B>D", 30), ("E>B>F", "<5"));
        Assert.Equal(
            [
                new(0, "A", 1, "B", 30, "30 or more"),
                new(1, "B", 2, "C", null, "<5"),
                new(1, "B", 2, "D", 30, "30"),
                new(0, "E", 1, "B", null, "<5"),
                new(1, "B", 2, "F", null, "<5"),
            ],
            paths.Links
        );
    }

    [Fact]
    public void The_months_of_all_headings_stand_side_by_side_each_on_its_own_scale()
    {
        Bulletin page = Page("trends");
        var panels = Assert.IsType<SmallMultiples>(page.Charts[0]);
        Assert.Equal(("monthly-headings", true), (panels.Id, panels.HasOwnScales));
        Assert.Equal(["Drugs", "Tobacco"], panels.Panels.Select(p => p.Title));
        Assert.Equal(12, panels.Labels.Count);
        Assert.Equal([true, false], panels.Panels.Select(p => p.Band is not null));
        Assert.Equal("Of all headings", page.Sections[0].Title);
    }

    private static Bulletin Page(string study) =>
        Pages.Build(BulletinFixture.Request, BulletinFixture.Studies.Single(s => s.Study == study));

    private static Sankey Paths(params (string Path, object Seizures)[] routes)
    {
        var table = new FigureTable
        {
            Id = "routes/H01",
            Title = "Routes",
            Columns = [new("path", "Route"), new("seizures", "Seizures", "seizures")],
            Rows = [.. routes.Select(r => new TableRow([r.Path, r.Seizures], null))],
            Known = new Known(100, 100),
        };
        StudyResult study = BulletinFixture.Studies.Single(s => s.Study == "routes") with { Tables = [table], Findings = [], Stories = [] };
        return Pages.Build(BulletinFixture.Request, study).Charts.OfType<Sankey>().Single();
    }
}
