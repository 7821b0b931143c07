using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SeizureIntel.Dashboards.Desk;
using SeizureIntel.Dashboards.Frame;
using SeizureIntel.Ports;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Accounts;
using SeizureIntel.Workbench.Bulletins;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Jobs;
using SeizureIntel.Workbench.Running;

namespace SeizureIntel.Dashboards.Pages.Bulletins;

/// <summary>The bulletins kept, newest first, and the making of one.</summary>
internal sealed class BulletinsModel(PageDesk desk, BulletinDesk bulletins, BulletinMaker maker, JobDesk jobs, RunningStudies running)
    : PageModel
{
    /// <summary>The address.</summary>
    public PageAddress Address { get; private set; } = new("/bulletins", []);

    /// <summary>One element a bulletin.</summary>
    public IReadOnlyList<BulletinEntry> Entries { get; private set; } = [];

    /// <summary>Whether the reader may make one.</summary>
    public bool MayMake => desk.ActorOf(HttpContext).May(Permissions.Publish);

    /// <summary>The bulletin that is being made; null where none is.</summary>
    public PendingView? Pending { get; private set; }

    /// <summary>Id of the bulletin that was just made; null for none.</summary>
    public string? Made { get; private set; }

    /// <summary>Why none is made; null for no reason.</summary>
    public PageProblem? Problem { get; private set; }

    /// <summary>Why the one that was being made could not be; null where none failed.</summary>
    public string? Failed { get; private set; }

    /// <summary>Who asks: none may give a marking above their own.</summary>
    public Reader Reader => desk.ReaderOf(HttpContext);

    /// <summary>What stands in the form: what was typed, else the last quarter that the data fill.</summary>
    public BulletinToMake Asked { get; private set; } = new();

    /// <summary>Asks for the list, and for the bulletin that is being made.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Address = PageAddress.Of(Request);
        if (Address.One("job") is { } id)
            await LookAtAsync(id, cancellationToken);
        await ListAsync(cancellationToken);
    }

    /// <summary>Begins one.</summary>
    public async Task<IActionResult> OnPostMakeAsync(CancellationToken cancellationToken)
    {
        if (!MayMake)
            return Forbid();
        StudyRun? run = null;
        Problem = await PageProblem.OfAsync(Response, async () =>
            run = await maker.BeginAsync(Reader, Forms.Of<BulletinToMake>(Request), cancellationToken)
        );
        if (run is not null)
            return LocalRedirect("/bulletins?job=" + run.Id);
        await ListAsync(cancellationToken);
        return Page();
    }

    /// <summary>Stops one.</summary>
    public async Task OnPostAsync(string job, CancellationToken cancellationToken)
    {
        Pending = running.Stop(Reader, Address, job);
        await ListAsync(cancellationToken);
    }

    private async Task LookAtAsync(string id, CancellationToken cancellationToken)
    {
        JobAnswer job;
        try
        {
            job = await jobs.AnswerAsync(Reader, new JobQuery { Id = id }, cancellationToken);
        }
        catch (Fault)
        {
            // It ended long ago: what it made stands in the list.
            return;
        }

        if (job.State is JobState.Waiting or JobState.Running)
            Pending = new PendingView(Address, [job], IsStopped: false);
        Made = job.Bulletin;
        Failed = job.Problem;
    }

    private async Task ListAsync(CancellationToken cancellationToken)
    {
        Entries = await bulletins.AnswerAsync(Reader, new BulletinsQuery(), cancellationToken);
        if (!MayMake)
            return;
        if (Request.HasFormContentType)
            Asked = Forms.Of<BulletinToMake>(Request);
        else if (await QuarterAsync(cancellationToken) is { } quarter)
            Asked = new BulletinToMake { From = Month(quarter.From), To = Month(quarter.To) };
    }

    private async Task<(DateOnly From, DateOnly To)?> QuarterAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await bulletins.LatestQuarterAsync(Reader, cancellationToken);
        }
        catch (IndexUnavailableException)
        {
            // The list is shown without: who makes a bulletin is told what is wrong.
            return null;
        }
    }

    private static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
