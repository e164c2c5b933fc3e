using Sluice.Generators;
using Sluice.Testing;

[assembly: UsesGenerator<ObjectClassGenerator>]
[assembly: UsesGenerator<ConfigurationGenerator>]
[assembly: UsesGenerator<ConnectorGenerator>]
[assembly: Parallelizable(ParallelScope.All)]
