using System;
using AutoMapper;
using SeizureIntel.Bulletins;
using SeizureIntel.Submissions;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Bulletins;
using SeizureIntel.Workbench.Mapping;
using SeizureIntel.Workbench.Shapes;
using SeizureIntel.Workbench.Submissions;
using Xunit;

namespace SeizureIntel.Tests.Workbench.Mapping;

public sealed class AnswerProfileTests
{
    private static readonly IMapper Mapper = AnswerMappings.Of(null).CreateMapper();

    [Fact]
    public void Every_member_of_every_contract_is_mapped() => Mapper.ConfigurationProvider.AssertConfigurationIsValid();

    [Fact]
    public void A_load_report_becomes_one_flat_object()
    {
        var received = new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.Zero);
        var report = new LoadReport
        {
            Submission = new Submission("S1", "a.csv", "template", "ab", 7, received),
            Status = SubmissionStatus.Loaded,
            RowsRead = 5,
            RowsAccepted = 4,
            RowsRejected = 1,
            Issues = [new IssueCount(IssueCode.UnknownUnit, "unit", 2, 3)],
        };
        SubmissionAnswer reply = Mapper.Map<SubmissionAnswer>(report);
        Assert.Equal(
            ("S1", "a.csv", "template", 5, 4, 1, received),
            (reply.Id, reply.File, reply.Source, reply.RowsRead, reply.RowsAccepted, reply.RowsRejected, reply.ReceivedAt)
        );
        Assert.Equal([new IssueAnswer(IssueCode.UnknownUnit, "unit", 2, 3)], reply.Issues);
    }

    [Fact]
    public void A_marking_is_written_as_its_label()
    {
        var day = new DateOnly(2024, 1, 1);
        var bulletin = new BulletinRecord("B", null, day, day, Marking.AmberStrict, default, "{}", "");
        Assert.Equal("TLP:AMBER+STRICT", Mapper.Map<BulletinEntry>(bulletin).Marking);
    }

    [Fact]
    public void Json_is_snake_case_with_words_for_choices_and_null_for_what_is_no_number() =>
        Assert.Equal(
            """{"some_value":null,"status":"already_received","route":"CO>ES"}""",
            JsonShapes
                .Write(
                    new
                    {
                        SomeValue = double.NaN,
                        Status = SubmissionStatus.AlreadyReceived,
                        Route = "CO>ES",
                    }
                )
                .Replace("\n", "", StringComparison.Ordinal)
                .Replace(" ", "", StringComparison.Ordinal)
        );
}
