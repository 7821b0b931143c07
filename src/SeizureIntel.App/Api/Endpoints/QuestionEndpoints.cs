using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SeizureIntel.App.Security;
using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Questions;
using SeizureIntel.Workbench.Shapes;

namespace SeizureIntel.App.Api.Endpoints;

/// <summary>Every question of the workbench at its address: GET reads it from the query string, POST from a JSON body, by the members of its record.</summary>
internal static class QuestionEndpoints
{
    private const string Tag = "Questions";

    public static void Map(IEndpointRouteBuilder api)
    {
        foreach (Question question in AllQuestions.List)
        {
            Task<IResult> FromAddress(HttpContext context) => AnswerAsync(context, question, Read(context.Request, question));
            async Task<IResult> FromBody(HttpContext context) =>
                await AnswerAsync(context, question, await JsonBody.ReadAsync(context.Request, question.Query, context.RequestAborted));

            var answer = new ProducesResponseTypeMetadata(StatusCodes.Status200OK, question.Answer, ["application/json"]);
            api.MapGet(question.Address, (Delegate)FromAddress).WithMetadata(question, answer).WithTags(Tag);
            if (question.TakesBody)
                api.MapPost(question.Address, (Delegate)FromBody).WithMetadata(question, answer).WithTags(Tag);
        }
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, Question question, object asked)
    {
        object answer = await question.AnswerAsync(context.RequestServices, RequestReader.ReaderOf(context), asked, context.RequestAborted);
        return Results.Json(answer, JsonShapes.Options);
    }

    private static object Read(HttpRequest request, Question question)
    {
        QuestionReader.Known(question.Query, request.Query.Keys);
        return QuestionReader.Read(
            question.Query,
            m => m.Asked.IsInPath ? [JsonBody.InPath(request, m.Name)] : request.Query[m.Name],
            m => $"'{m.Name}'"
        );
    }
}
