using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Coverage;
using SeizureIntel.Analytics.Overview;
using SeizureIntel.App.Security;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Dashboards.Desk;
using SeizureIntel.Ports;
using SeizureIntel.Readers;
using SeizureIntel.Reporting.Bulletins;
using SeizureIntel.Workbench.Bulletins;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Filters;

namespace SeizureIntel.App.Api.Hosting;

/// <summary>What the pages are told: the documents that bulletins are rendered from.</summary>
internal static class PageAnswers
{
    // The sections that the overview shows; the other questions have pages of their own.
    private static readonly string[] OverviewSections = ["key-figures", "picture", "salw", "coverage"];

    public static PageDesk Desk(Workspace workspace) =>
        new()
        {
            ReaderOf = RequestReader.ReaderOf,
            OverviewAsync = (reader, filter, stop) => OverviewAsync(workspace, reader, filter, stop),
            BulletinsAsync = async (reader, stop) =>
                [.. (await workspace.Products.BulletinsAsync(reader, stop)).Select(b => workspace.Contracts.Map<BulletinEntryReply>(b))],
        };

    private static async Task<PageDocument> OverviewAsync(Workspace workspace, Reader reader, PageFilter asked, CancellationToken stop)
    {
        int submissions = (await workspace.Submissions.SubmissionsAsync(reader, stop)).Count;
        if (submissions == 0)
            return new PageDocument(null, 0, null, null);
        Filter filter;
        try
        {
            filter = new FilterReader(workspace.CodeLists).Read(
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
            return new PageDocument(null, submissions, fault.Message, fault.Hint);
        }

        var answers = workspace.Bulletins(isForPages: true);
        Bulletin? document;
        try
        {
            document = await answers.DocumentAsync(reader, filter, reader.Ceiling, [OverviewStudy.Name, CoverageStudy.Name], stop);
        }
        catch (IndexUnavailableException missed)
        {
            var fault = Fault.Unavailable(missed);
            return new PageDocument(null, submissions, fault.Message, fault.Hint);
        }

        if (document is null)
            return new PageDocument(null, submissions, null, null);
        IEnumerable<BulletinSection> shown = OverviewSections
            .Select(id => document.Sections.FirstOrDefault(s => s.Id == id))
            .OfType<BulletinSection>();
        return new PageDocument(document with { Sections = [.. shown] }, submissions, null, null);
    }
}
