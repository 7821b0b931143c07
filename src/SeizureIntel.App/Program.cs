using System.Threading;
using SeizureIntel.App;
using SeizureIntel.App.Commands;

Output output = Output.Standard;
return await Entrance.RunAsync(args, output, () =>
    CommandLine.RunAsync(args, new VerbContext(output, Composition.OpenAsync), CancellationToken.None)
);
