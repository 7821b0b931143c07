using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using SeizureIntel.Readers;
using SeizureIntel.Reporting.Wording;
using SeizureIntel.Workbench.Asking;

namespace SeizureIntel.Dashboards.Desk;

/// <summary>Where the pages ask: the host hands over the same answers that its command line and API give.</summary>
public sealed class PageDesk
{
    /// <summary>Who asks.</summary>
    public required Func<HttpContext, Reader> ReaderOf { get; init; }

    /// <summary>Who does what a request asks for, and what they may do.</summary>
    public required Func<HttpContext, Actor> ActorOf { get; init; }

    /// <summary>What the person who asks needs to set up one-time codes; null where they use codes already.</summary>
    public required Func<HttpContext, Task<CodeOffer?>> CodesAsync { get; init; }

    /// <summary>Takes a one-time code: the first one turns codes on, a later one makes new recovery codes. The recovery codes, which are kept nowhere
    /// in the clear; null where the code does not fit.</summary>
    public required Func<HttpContext, string, Task<IReadOnlyList<string>?>> EnterCodeAsync { get; init; }

    /// <summary>Recovery codes that the person who asks has left.</summary>
    public required Func<HttpContext, int> RecoveryCodesLeft { get; init; }

    /// <summary>The overview of a scope, as a reader may see it, in the language of the page.</summary>
    public required Func<Reader, PageFilter, Phrases, CancellationToken, Task<PageDocument>> OverviewAsync { get; init; }
}
