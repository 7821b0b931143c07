using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SeizureIntel.App.Api.Endpoints;
using SeizureIntel.App.Api.Uploads;
using SeizureIntel.Ports;
using SeizureIntel.Tests.Architecture;
using SeizureIntel.Workbench.Accounts;
using SeizureIntel.Workbench.Administration;
using SeizureIntel.Workbench.Bulletins;
using SeizureIntel.Workbench.Doubts;
using SeizureIntel.Workbench.Jobs;
using SeizureIntel.Workbench.State;
using SeizureIntel.Workbench.Submissions;
using SeizureIntel.Workbench.Suggesting;
using SeizureIntel.Workbench.Watches;
using Xunit;

namespace SeizureIntel.Tests.App.Api;

public sealed class RouteTests
{
    [Fact]
    public async Task The_addresses_are_the_approved_ones()
    {
        // What the addresses ask for is only named: nobody calls them here.
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton<StateDesk>(_ => throw new InvalidOperationException());
        builder.Services.AddSingleton<IntakeDesk>(_ => throw new InvalidOperationException());
        builder.Services.AddSingleton<SourceDesk>(_ => throw new InvalidOperationException());
        builder.Services.AddSingleton<SuggestionDesk>(_ => throw new InvalidOperationException());
        builder.Services.AddSingleton<IProductStore>(_ => throw new InvalidOperationException());
        builder.Services.AddSingleton<SubmissionDesk>(_ => throw new InvalidOperationException());
        builder.Services.AddSingleton<RejectionWorkbook>(_ => throw new InvalidOperationException());
        builder.Services.AddSingleton<UploadGate>(_ => throw new InvalidOperationException());
        builder.Services.AddSingleton<WithdrawalDesk>(_ => throw new InvalidOperationException());
        builder.Services.AddSingleton<QuestionDesk>(_ => throw new InvalidOperationException());
        builder.Services.AddSingleton<TemplateWorkbook>(_ => throw new InvalidOperationException());
        builder.Services.AddSingleton<PeopleDesk>(_ => throw new InvalidOperationException());
        builder.Services.AddSingleton<AdministrationDesk>(_ => throw new InvalidOperationException());
        builder.Services.AddSingleton<BulletinDesk>(_ => throw new InvalidOperationException());
        builder.Services.AddSingleton<BulletinMaker>(_ => throw new InvalidOperationException());
        builder.Services.AddSingleton<BulletinPrinting>(_ => throw new InvalidOperationException());
        builder.Services.AddSingleton<JobDesk>(_ => throw new InvalidOperationException());
        builder.Services.AddSingleton<WatchDesk>(_ => throw new InvalidOperationException());
        builder.Services.AddSingleton<DecisionDesk>(_ => throw new InvalidOperationException());
        builder.Services.AddSingleton(new SignInChoice("provider"));
        await using WebApplication site = builder.Build();
        Addresses.Map(site);
        IEnumerable<string> now = ((IEndpointRouteBuilder)site)
            .DataSources.SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>()
            .Select(e => $"{string.Join(' ', e.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods)} {e.RoutePattern.RawText}")
            .Order(StringComparer.Ordinal);
        string approved = Path.Combine(House.Root, "tests/SeizureIntel.Tests/App/Api/Addresses.approved.txt");
        Assert.Equal(await File.ReadAllLinesAsync(approved, TestContext.Current.CancellationToken), now);
    }
}
