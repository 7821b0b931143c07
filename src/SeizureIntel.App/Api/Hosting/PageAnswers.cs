using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Coverage;
using SeizureIntel.Analytics.Overview;
using SeizureIntel.App.Security;
using SeizureIntel.Dashboards.Desk;
using SeizureIntel.Ports;
using SeizureIntel.Readers;
using SeizureIntel.Reporting.Bulletins;
using SeizureIntel.Reporting.Wording;
using SeizureIntel.Workbench.Bulletins;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Filters;
using SeizureIntel.Workbench.Submissions;

namespace SeizureIntel.App.Api.Hosting;

/// <summary>What the pages are told: the documents that bulletins are rendered from.</summary>
internal sealed class PageAnswers(BulletinDesk bulletins, SubmissionDesk submissions, FilterReader filters)
{
    // The sections that the overview shows; the other questions have pages of their own.
    private static readonly string[] OverviewSections = ["key-figures", "picture", "salw", "coverage"];

    public PageDesk Desk() =>
        new()
        {
            ReaderOf = RequestReader.ReaderOf,
            ActorOf = RequestReader.ActorOf,
            CodesAsync = CodeSetup.OfferAsync,
            EnterCodeAsync = CodeSetup.EnterAsync,
            RecoveryCodesLeft = context => Asker.Of(context)?.Account.RecoveryCodes.Count ?? 0,
            OverviewAsync = OverviewAsync,
        };

    private async Task<PageDocument> OverviewAsync(Reader reader, PageFilter asked, Phrases phrases, CancellationToken stop)
    {
        IReadOnlyList<SubmissionAnswer> received = (await submissions.AnswerAsync(reader, new SubmissionsQuery(), stop)).Submissions;
        if (received.Count == 0)
            return new PageDocument(null, received, null, null);
        Filter filter;
        try
        {
            filter = filters.Read(
                new FilterText
                {
                    From = asked.From,
                    To = asked.To,
                    Region = asked.Region,
                    Heading = string.IsNullOrWhiteSpace(asked.Heading) ? [] : [asked.Heading],
                }
            );
        }
        catch (Fault fault)
        {
            return new PageDocument(null, received, fault.Said, fault.Advice);
        }

        Bulletin? document;
        try
        {
            document = await bulletins.PageAsync(reader, filter, reader.Ceiling, [OverviewStudy.Name, CoverageStudy.Name], phrases, stop);
        }
        catch (IndexUnavailableException missed)
        {
            var fault = Fault.Unavailable(missed);
            return new PageDocument(null, received, fault.Said, fault.Advice);
        }

        if (document is null)
            return new PageDocument(null, received, null, null);
        IEnumerable<BulletinSection> shown = OverviewSections
            .Select(id => document.Sections.FirstOrDefault(s => s.Id == id))
            .OfType<BulletinSection>();
        return new PageDocument(document with { Sections = [.. shown] }, received, null, null);
    }
}
