using System;
using System.IO;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using SeizureIntel.App.Api.Contracts;
using SeizureIntel.Dashboards.Frame;
using SeizureIntel.Ports;
using SeizureIntel.Reporting.Wording;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Shapes;

namespace SeizureIntel.App.Api.Hosting;

/// <summary>Whatever goes wrong below the API becomes problem+json with a stable type.</summary>
internal sealed partial class FaultMiddleware(RequestDelegate next, ILogger<FaultMiddleware> log)
{
    // ENOSPC of errno.h and ERROR_DISK_FULL of winerror.h.
    private const int NoSpaceOnUnix = 28;
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);

    private const string Html = "text/html";
    private const string RetryAfterSeconds = "30";

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            HttpResponse response = context.Response;
            if (
                response.StatusCode >= StatusCodes.Status400BadRequest
                && response is { HasStarted: false, ContentType: null }
                && (ApiAddresses.AreAskedBy(context.Request) || IsForPeople(context.Request))
            )
                await WriteAsync(context, phrases => Problems.OfStatus(response.StatusCode, phrases));
        }
        catch (Fault fault) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, phrases => Problems.Of(fault, phrases));
        }
        catch (IndexUnavailableException missed) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, phrases => Problems.Of(Fault.Unavailable(missed), phrases));
        }
        catch (RefusedException refused) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, phrases => Problems.Of(refused.Submission, phrases));
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, phrases => Problems.OfStatus(bad.StatusCode, phrases));
        }
        catch (Exception stopped)
            when (stopped is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be told.
            LeftEarly(log, context.Request.Method);
        }
        catch (IOException full) when (!context.Response.HasStarted && full.HResult is NoSpaceOnUnix or NoSpaceOnWindows)
        {
            OutOfSpace(log);
            await WriteAsync(context, phrases => Problems.NoSpace(phrases));
        }
        catch (Exception unexpected) when (!context.Response.HasStarted)
        {
            Unexpected(log, unexpected.GetType().FullName ?? "", unexpected.StackTrace ?? "");
            await WriteAsync(context, phrases => Problems.Unexpected(phrases));
        }
    }

    private static Task WriteAsync(HttpContext context, Func<Phrases, ProblemDetails> tell)
    {
        // A program is told in English, a page and its scripts in the language of the page.
        Phrases phrases = ProblemPage.PhrasesOf(context.Request, isPage: IsForPeople(context.Request));
        ProblemDetails problem = tell(phrases);
        context.Response.StatusCode = problem.Status!.Value;
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
        if (IsForPeople(context.Request))
        {
            context.Response.ContentType = Html + "; charset=utf-8";
            string page = ProblemPage.Html(context.Request, problem.Title ?? "", problem.Detail ?? "");
            return context.Response.WriteAsync(page, context.RequestAborted);
        }

        return context.Response.WriteAsJsonAsync(problem, JsonShapes.Options, "application/problem+json", context.RequestAborted);
    }

    // A browser that goes to a page; scripts and programs are told in problem+json.
    private static bool IsForPeople(HttpRequest request) =>
        !ApiAddresses.AreAskedBy(request) && request.Headers.Accept.ToString().Contains(Html, StringComparison.OrdinalIgnoreCase);

    [LoggerMessage(6010, LogLevel.Debug, "The sender of a {Method} request left before its end")]
    private static partial void LeftEarly(ILogger log, string method);

    [LoggerMessage(6011, LogLevel.Error, "The disk is full: a request was sent away")]
    private static partial void OutOfSpace(ILogger log);

    // The message of an exception may quote a cell, so its kind and place must do.
    [LoggerMessage(6012, LogLevel.Error, "A request failed for {Kind} at {Place}")]
    private static partial void Unexpected(ILogger log, string kind, string place);
}
