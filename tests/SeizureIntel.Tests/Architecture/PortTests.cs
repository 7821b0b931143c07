using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using SeizureIntel.Ports;
using Xunit;

namespace SeizureIntel.Tests.Architecture;

public sealed class PortTests
{
    private static readonly Assembly[] Shipped = [.. House.Projects.Keys.Where(p => p != "SeizureIntel.Dashboards").Select(Assembly.Load)];

    [Fact]
    public void Interfaces_are_ports_or_have_two_shipped_implementations()
    {
        IEnumerable<string> strays = Shipped
            .SelectMany(a => a.GetTypes())
            .Where(t => t.IsInterface && t.Namespace?.StartsWith("SeizureIntel", StringComparison.Ordinal) == true)
            .Where(t => t.Namespace != "SeizureIntel.Ports" && Implementations(t).Count < 2)
            .Select(t => t.FullName!);
        Assert.Empty(strays);
    }

    [Fact]
    public void There_are_exactly_these_ports() =>
        Assert.Equal(
            [
                "IAccountStore",
                "IAuditLog",
                "IChartRenderer",
                "IDocumentPrinter",
                "IOutbox",
                "IProductStore",
                "ISeizureIndex",
                "ISourceStore",
                "ISubmissionArchive",
                "ISubmissionStore",
                "ITextReader",
            ],
            typeof(ISubmissionStore).Assembly.GetTypes().Where(t => t.IsInterface).Select(t => t.Name).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Each_port_has_a_contract_that_every_implementation_passes()
    {
        var missing = new List<string>();
        foreach (Type port in typeof(ISubmissionStore).Assembly.GetTypes().Where(t => t.IsInterface))
        {
            int shipped = Implementations(port).Count;
            if (shipped == 0)
                continue;
            string contract = port.Name[1..] + "Contract";
            Type? contractType = typeof(PortTests).Assembly.GetTypes().SingleOrDefault(t => t.Name == contract && t.IsAbstract);
            if (contractType is null)
            {
                missing.Add($"{port.Name}: there is no abstract class {contract}");
                continue;
            }

            int runs = typeof(PortTests).Assembly.GetTypes().Count(t => !t.IsAbstract && t.IsSubclassOf(contractType));
            if (runs < shipped)
                missing.Add($"{port.Name}: {shipped} implementations, {runs} run {contract}");
        }

        Assert.Empty(missing);
    }

    private static List<Type> Implementations(Type contract) =>
        [.. Shipped.SelectMany(a => a.GetTypes()).Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(contract))];
}
