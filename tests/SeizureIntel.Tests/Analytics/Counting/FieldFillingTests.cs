using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging.Abstractions;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Cases;
using SeizureIntel.Queries;
using SeizureIntel.Search.Embedded;
using SeizureIntel.Tests.Ports;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.Analytics.Counting;

public sealed class FieldFillingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("seizureintel-filling-");
    private readonly EmbeddedIndex _index;

    public FieldFillingTests() => _index = new EmbeddedIndex(_folder.FullName, IndexSample.Lists, TimeProvider.System, NullLogger<EmbeddedIndex>.Instance);

    public void Dispose()
    {
        _index.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_reporter_that_ceases_to_state_a_field_fills_it_less_and_a_steady_one_does_not()
    {
        // ES states the mode in January and not in February; PT states it always. Nine seizures a month each.
        List<Case> cases = [];
        for (int i = 0; i < 36; i++)
        {
            bool isJanuary = i % 2 == 0, isSpain = i < 18;
            cases.Add(IndexSample.Plain($"{i}", new DateOnly(2024, isJanuary ? 1 : 2, 1 + (i % 18))) with
            {
                ReportingCountry = new Stated(isSpain ? "ES" : "PT", null),
                Conveyance = new Conveyance(isSpain && !isJanuary ? default : new Stated("3", null), default, default),
            });
        }

        await _index.FeedAsync(cases, TestContext.Current.CancellationToken);
        SeizureFrame frame = await SeizureFrame.ReadAsync(_index, SeizureQuery.All, ["reporting_country", "mode_of_transport"], TestContext.Current.CancellationToken);
        FieldFilling filling = FieldFilling.Of(frame, "mode_of_transport");
        int january = Months.Of(new DateOnly(2024, 1, 1));

        // (0 + 0.5) / (9 + 1) over (9 + 0.5) / (9 + 1) = 0.5 / 9.5
        Assert.Equal(0.5 / 9.5, filling.Change([("ES", 1)], (january, january), (january + 1, january + 1)), precision: 12);
        Assert.Equal(1, filling.Change([("PT", 1)], (january, january), (january + 1, january + 1)), precision: 12);
        Assert.Equal(1, filling.Change([], (january, january), (january + 1, january + 1)));
    }
}
