using Sluice.Generators.Infrastructure;
using Sluice.Generators.Model;

namespace Sluice.Generators.Emission;

/// <summary>Writes the extension methods that register a connector with a service collection.</summary>
internal static class ConnectorRegistrationEmitter
{
    private const string Collection = "global::Microsoft.Extensions.DependencyInjection.IServiceCollection";
    private const string Services = "global::Sluice.Runtime.ConnectorServices";

    /// <summary>Writes the class.</summary>
    public static void Write(SourceWriter writer, ConnectorModel model, ConnectorRegistrationModel registration)
    {
        writer.WriteLine($"/// <summary>Registers the connector \"{ConnectorDoc.Text(model.Name)}\" with a service collection.</summary>");
        writer.WriteLine(GeneratedCode.Attribute);
        using var block = writer.Block($"{registration.Accessibility} static class {registration.ClassName}");
        if (model.Configuration is { } configuration)
        {
            WriteMethod(("section", "The configuration; its keys are the names of the properties.", "global::Microsoft.Extensions.Configuration.IConfiguration"), $"{Services}.Bind<{configuration}>(section), ");
            writer.WriteLine();
            WriteMethod(("configuration", "The configuration.", configuration), "configuration, ");
        }
        else
        {
            WriteMethod(null, "");
        }

        void WriteMethod((string Name, string Doc, string Type)? parameter, string argument)
        {
            writer.WriteLine($"/// <summary>Adds the connector's facade as a singleton, and as <see cref=\"global::Sluice.IConnectorFacade\"/> under the key \"{ConnectorDoc.Text(model.Name)}\".</summary>");
            writer.WriteDoc("param", "The services.", "services");
            if (parameter is { } described)
                writer.WriteDoc("param", described.Doc, described.Name);
            writer.WriteLine($"public static {Collection} {registration.MethodName}(");
            using (writer.Indent())
            {
                writer.WriteLine($"this {Collection} services{(parameter is null ? ") =>" : ",")}");
                if (parameter is { } given)
                    writer.WriteLine($"{given.Type} {given.Name}) =>");
                writer.WriteLine($"{Services}.Add(services, {CSharpLiteral.Of(model.Name)}, provider => {model.Type.FullyQualifiedName}.{model.Facade.Factory}({argument}provider));");
            }
        }
    }
}
