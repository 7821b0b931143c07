using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using SeizureIntel.App.Api.Endpoints;
using SeizureIntel.Queries;
using SeizureIntel.Workbench.Asking;

namespace SeizureIntel.App.Api.Describing;

/// <summary>The description of the API (OpenAPI), made of the records that questions are bound to.</summary>
internal static class ApiDescription
{
    /// <summary>Name of the document; the API's version.</summary>
    public const string Name = "v1";

    public static void Add(IServiceCollection services) => services.AddOpenApi(Name, options =>
        {
            options.ShouldInclude = d => d.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer(Title);
            options.AddOperationTransformer(Describe);
            options.AddSchemaTransformer(Query);
        });

    private static Task Title(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken stop)
    {
        document.Info.Title = "SeizureIntel";
        document.Info.Description =
            "Customs seizures without personal data: searched, counted, studied. A question is asked by its address or by a JSON body with the "
            + "same members; whatever goes wrong is problem+json with a stable type.";
        // Whoever reads it knows where it was read; a host written into it would be another machine's behind a proxy.
        document.Servers?.Clear();
        return Task.CompletedTask;
    }

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken stop)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<Question>().FirstOrDefault() is not { } question)
            return Task.CompletedTask;
        bool isBody = context.Description.HttpMethod == "POST";
        operation.OperationId = question.Name + (isBody ? "-by-body" : "");
        operation.Summary = question.Does;
        operation.Parameters = [.. question.Members.Where(m => m.Asked.IsInPath || !isBody).Select(Parameter)];
        if (question.RunOfAsync is not null)
            operation.Parameters.Add(
                new OpenApiParameter
                {
                    Name = QuestionEndpoints.WaitName,
                    In = ParameterLocation.Query,
                    Description =
                        "Seconds to wait for a study that must run first, 0 to 300; without it the answer is soon 202 with its job",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.Integer },
                }
            );
        if (isBody)
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    ["application/json"] = new OpenApiMediaType { Schema = Body(question) },
                },
            };
        operation.Responses ??= [];
        operation.Responses["default"] = new OpenApiResponse
        {
            Description = "What went wrong: problem+json (RFC 9457) whose type is urn:seizureintel: and a code that stays.",
        };
        return Task.CompletedTask;
    }

    private static OpenApiParameter Parameter(QuestionMember member) =>
        new()
        {
            Name = member.Name,
            In = member.Asked.IsInPath ? ParameterLocation.Path : ParameterLocation.Query,
            Required = member.Asked.IsInPath,
            Description = member.Asked.Does,
            Schema = Schema(member),
            Style = member.IsList ? ParameterStyle.Form : null,
            Explode = member.IsList,
        };

    private static OpenApiSchema Body(Question question) =>
        new()
        {
            Type = JsonSchemaType.Object,
            AdditionalPropertiesAllowed = false,
            Properties = question
                .Members.Where(m => !m.Asked.IsInPath)
                .ToDictionary(m => m.Name, m => (IOpenApiSchema)Schema(m), StringComparer.Ordinal),
        };

    private static OpenApiSchema Schema(QuestionMember member) =>
        member switch
        {
            { IsList: true } => new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Items = new OpenApiSchema { Type = JsonSchemaType.String },
                Description = member.Asked.Does,
            },
            _ when member.Type == typeof(int) => new OpenApiSchema
            {
                Type = JsonSchemaType.Integer,
                Minimum = member.Asked.Least.ToString(CultureInfo.InvariantCulture),
                Maximum = member.Asked.Most.ToString(CultureInfo.InvariantCulture),
                Description = member.Asked.Does,
            },
            _ when member.Type == typeof(bool) => new OpenApiSchema { Type = JsonSchemaType.Boolean, Description = member.Asked.Does },
            _ => new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Enum = member.Choices.Count > 0 ? [.. member.Choices.Select(c => (JsonNode)JsonValue.Create(c))] : null,
                Description = member.Asked.Does,
            },
        };

    // Its converter hides its members from the generator.
    private static Task Query(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken stop)
    {
        if (context.JsonTypeInfo.Type == typeof(SeizureQuery))
        {
            schema.Type = JsonSchemaType.Object;
            schema.Description = "The query that was answered; the member query of every question takes it unchanged.";
        }

        return Task.CompletedTask;
    }
}
