using System;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SeizureIntel.App.Security;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Jobs;
using SeizureIntel.Workbench.Questions;
using SeizureIntel.Workbench.Running;
using SeizureIntel.Workbench.Shapes;

namespace SeizureIntel.App.Api.Endpoints;

/// <summary>Every question of the workbench at its address: GET reads it from the query string, POST from a JSON body, by the members of its record.</summary>
internal static class QuestionEndpoints
{
    private const string Tag = "Questions";

    /// <summary>What an address of a question that may have to run takes beside its members: seconds to wait for its answer.</summary>
    public const string WaitName = "wait";

    private const int LongestWait = 300;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapDelete("/jobs/{id}", Stop).WithTags(Tag).WithSummary("Stops a study that runs or waits.");
        foreach (Question question in AllQuestions.List)
        {
            Task FromAddress(HttpContext context) => ReplyAsync(context, question, Read(context.Request, question));
            async Task FromBody(HttpContext context) =>
                await ReplyAsync(context, question, await JsonBody.ReadAsync(context.Request, question.Query, context.RequestAborted));

            var answer = new ProducesResponseTypeMetadata(StatusCodes.Status200OK, question.Answer, ["application/json"]);
            IEndpointConventionBuilder read = Describe(api.MapGet(question.Address, FromAddress), ((RequestDelegate)FromAddress).Method);
            if (question.RunOfAsync is not null)
                read.WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status202Accepted, typeof(JobAnswer), ["application/json"]));
            if (question.TakesBody)
                Describe(api.MapPost(question.Address, FromBody), ((RequestDelegate)FromBody).Method);

            // Who binds by itself must say what method it is, or the API's description leaves it out.
            IEndpointConventionBuilder Describe(IEndpointConventionBuilder endpoint, MethodInfo method)
            {
                endpoint.WithMetadata(method, question, answer).WithTags(Tag);
                return question.Needs is { } permission ? endpoint.RequireAuthorization(permission) : endpoint;
            }
        }
    }

    private static IResult Stop(string id, HttpContext context, [FromServices] JobDesk jobs) =>
        Results.Json(jobs.Stop(RequestReader.ReaderOf(context), id), JsonShapes.Options);

    private static async Task ReplyAsync(HttpContext context, Question question, object asked) =>
        await (await AnswerAsync(context, question, asked)).ExecuteAsync(context);

    private static async Task<IResult> AnswerAsync(HttpContext context, Question question, object asked)
    {
        if (question.RunOfAsync is { } runOf)
            return await AnswerInTimeAsync(context, question, runOf, asked);
        object answer = await question.AnswerAsync(context.RequestServices, RequestReader.ReaderOf(context), asked, context.RequestAborted);
        return new JsonAnswer(answer);
    }

    // A study that must run first is not waited for longer than asked: its job says how far it has come.
    private static async Task<IResult> AnswerInTimeAsync(
        HttpContext context,
        Question question,
        Func<IServiceProvider, Reader, object, CancellationToken, Task<StudyRun?>> runOf,
        object asked
    )
    {
        Reader reader = RequestReader.ReaderOf(context);
        CancellationToken stop = context.RequestAborted;
        StudyRun? run = null;
        (bool came, object? answer) = await Patience.WaitAsync(
            leaving => question.AnswerAsync(context.RequestServices, reader, asked, leaving),
            WaitOf(context.Request),
            async () => (run = await runOf(context.RequestServices, reader, asked, stop)) is not null,
            stop
        );
        if (came || run is null)
            return new JsonAnswer(answer);
        return JobReply.Accepted(context, run);
    }

    private static TimeSpan WaitOf(HttpRequest request)
    {
        if (request.Query[WaitName].ToString() is not { Length: > 0 } text)
            return Patience.Brief;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) && seconds <= LongestWait
            ? TimeSpan.FromSeconds(seconds) + Patience.Brief
            : throw Fault.Usage(
                "bad_number",
                $"'{WaitName}' takes a whole number of seconds from 0 to {LongestWait}; found '{text}'.",
                "Wait again where that is not enough: the study goes on."
            );
    }

    private static object Read(HttpRequest request, Question question)
    {
        QuestionReader.Known(question.Query, request.Query.Keys.Where(k => question.RunOfAsync is null || k != WaitName));
        return QuestionReader.Read(
            question.Query,
            m => m.Asked.IsInPath ? [JsonBody.InPath(request, m.Name)] : request.Query[m.Name],
            m => $"'{m.Name}'"
        );
    }
}
