using Sluice.Generators.Infrastructure;
using Sluice.Generators.Model;

namespace Sluice.Generators.Emission;

/// <summary>Writes the class that calls the connector's methods for one annotated type, or for a group of untyped object classes.</summary>
internal sealed class OperationsEmitter
{
    private const string ValueTask = "global::System.Threading.Tasks.ValueTask";
    private const string Context = "global::Sluice.Runtime.OperationContext context";
    private const string Uid = "global::Sluice.Uid";
    private const string Connector = "_facade._connector";

    private readonly SourceWriter _writer;
    private readonly OperationsModel _model;
    private readonly string _facade;
    private readonly string _object;
    private readonly string _session;

    private OperationsEmitter(SourceWriter writer, OperationsModel model, string facade)
    {
        _writer = writer;
        _model = model;
        _facade = facade;
        _object = model.Target?.Type ?? "global::Sluice.ConnectorObject";
        _session = model.Target is null ? "global::Sluice.Runtime.UntypedSyncSession" : $"global::Sluice.Runtime.SyncSession<{_object}>";
    }

    /// <summary>Writes the class.</summary>
    public static void Write(SourceWriter writer, OperationsModel model, string facade) => new OperationsEmitter(writer, model, facade).Write();

    private void Write()
    {
        _writer.WriteLine($"/// <summary>Calls the methods of the connector that serve {Served()}.</summary>");
        var baseType = _model.Target is null ? "global::Sluice.Runtime.UntypedOperations" : $"global::Sluice.Runtime.TypedOperations<{_object}>";
        using var block = _writer.Block($"private sealed class {_model.ClassName} : {baseType}");
        var callsConnector = _model.Methods.Any(method => method.Receiver is null);
        if (callsConnector)
            _writer.WriteLine($"private readonly {_facade} _facade;");
        WriteConstructor(callsConnector);
        foreach (var method in _model.Methods)
        {
            _writer.WriteLine();
            Write(method);
        }
    }

    private string Served()
    {
        if (_model.Target is { } target)
            return $"<see cref=\"{target.Type}\"/>";
        if (_model.IsDiscovered)
            return "the object classes known at run time";
        var names = _model.ObjectClasses.Select(name => $"<c>{ConnectorDoc.Text(name)}</c>").ToArray();
        return names.Length == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Length - 1))} and {names[names.Length - 1]}";
    }

    private void WriteConstructor(bool keepsFacade)
    {
        _writer.WriteLine();
        _writer.WriteLine(_model.Target is null
            ? $"public {_model.ClassName}({_facade} facade, global::Sluice.ObjectClass objectClass, global::Sluice.ObjectClassInfo? info)"
            : $"public {_model.ClassName}({_facade} facade)");
        using (_writer.Indent())
        {
            _writer.WriteLine(": base(");
            using (_writer.Indent())
            {
                _writer.WriteLine("facade,");
                if (_model.Target is null)
                {
                    _writer.WriteLine("objectClass,");
                    _writer.WriteLine("info,");
                }

                var arguments = new List<string> { Flags() };
                if (_model.Granularity is not "Group")
                    arguments.Add($"global::Sluice.TokenGranularity.{_model.Granularity}");
                if (_model.OrderedToken is not null)
                    arguments.Add($"tokenOrder: global::Sluice.Runtime.SyncTokenOrder.Of<{_model.OrderedToken}>()");
                if (_model.FiltersNatively)
                    arguments.Add("filtersNatively: true");
                for (var i = 0; i < arguments.Count; i++)
                    _writer.WriteLine(arguments[i] + (i < arguments.Count - 1 ? "," : keepsFacade ? ") => _facade = facade;" : ")"));
            }
        }

        if (!keepsFacade)
        {
            using (_writer.Block())
            {
            }
        }
    }

    private string Flags()
    {
        var flags = _model.Flags.DefaultIfEmpty("None").Select(flag => $"global::Sluice.ConnectorOperations.{flag}");
        return string.Join("\n| ", flags);
    }

    private void Write(OperationModel method)
    {
        switch (method.Kind)
        {
            case ConnectorOperation.Sync:
                WriteSync(method);
                break;
            case ConnectorOperation.LatestSyncToken:
                WriteValue(method, "protected", $"{ValueTask}<global::Sluice.SyncToken?>", $"GetLatestSyncTokenAsync({Context})");
                break;
            case ConnectorOperation.Search:
                WriteValue(method, "protected", $"global::System.Collections.Generic.IAsyncEnumerable<{_object}>", $"SearchAsync(global::Sluice.Filter? filter, {Context})");
                break;
            case ConnectorOperation.SearchPage:
                WriteValue(method, "protected", $"{ValueTask}<global::Sluice.SearchPage<{_object}>>", $"SearchPageAsync(global::Sluice.Filter? filter, {Context})");
                break;
            case ConnectorOperation.Get:
                WriteValue(method, "protected", $"{ValueTask}<{_object}?>", $"GetAsync({Uid} uid, {Context})");
                break;
            case ConnectorOperation.Create:
                WriteValue(method, "protected", $"{ValueTask}<{Uid}>", $"CreateAsync({_object} source, {Context})");
                break;
            case ConnectorOperation.Update:
                WriteValue(method, "protected", $"{ValueTask}<{Uid}>", $"UpdateAsync({Uid} uid, global::Sluice.ObjectPatch patch, {Context})");
                break;
            case ConnectorOperation.Delete:
                WriteValue(method, "protected", ValueTask, $"DeleteAsync({Uid} uid, {Context})");
                break;
            case ConnectorOperation.Authenticate:
                WriteValue(method, "protected", $"{ValueTask}<{Uid}>", $"AuthenticateAsync(string userName, global::Sluice.GuardedString password, {Context})");
                break;
            case ConnectorOperation.ResolveUserName:
                WriteValue(method, "protected", $"{ValueTask}<{Uid}>", $"ResolveUserNameAsync(string userName, {Context})");
                break;
            default:
                throw new ArgumentException($"{method.Kind} is no operation of an object class.", nameof(method));
        }
    }

    private void WriteValue(OperationModel method, string accessibility, string type, string signature)
        => OperationValue.Write(_writer, method, Connector, $"{accessibility} override", type, signature);

    private void WriteSync(OperationModel method)
    {
        var call = OperationCall.Of(method, Connector);
        var deltas = method.Result == OperationResult.Struct ? call : $"session.Given({call})";
        switch (method.Shape)
        {
            case OperationShape.AsyncIterator:
                _writer.WriteLine("// Leaving the loop disposes the connector's iterator: it cannot go on after a stop.");
                using (WriteSyncHeader(isAsync: true))
                {
                    WriteLoop("await foreach", $"session.Stream({call})", isAsync: true);
                    WriteDrained();
                }

                break;
            case OperationShape.Iterator:
                _writer.WriteLine("// Leaving the loop disposes the connector's iterator: it cannot go on after a stop.");
                using (WriteSyncHeader(isAsync: false))
                {
                    WriteLoop("foreach", deltas, isAsync: false);
                    WriteDrained();
                }

                _writer.WriteLine();
                using (WriteSyncHeader(isAsync: true))
                {
                    WriteLoop("foreach", deltas, isAsync: true);
                    WriteDrained();
                }

                break;
            case OperationShape.AsyncHandler:
                using (WriteSyncHeader(isAsync: true))
                {
                    _writer.WriteLine($"await {call}.ConfigureAwait(false);");
                    _writer.WriteLine("session.HandlerReturned();");
                }

                break;
            case OperationShape.Handler:
                _writer.WriteLine("// The base class serves asynchronous handlers: it fetches batches, so that nothing blocks.");
                using (WriteSyncHeader(isAsync: false))
                {
                    _writer.WriteLine($"{call};");
                    _writer.WriteLine("session.HandlerReturned();");
                }

                break;
            case OperationShape.Page:
                if (method.IsSynchronous)
                {
                    WritePages(method, isAsync: false);
                    _writer.WriteLine();
                }

                WritePages(method, isAsync: true);
                break;
            default:
                throw new ArgumentException($"A sync has no shape {method.Shape}.", nameof(method));
        }
    }

    private void WritePages(OperationModel method, bool isAsync)
    {
        using (WriteSyncHeader(isAsync))
        {
            _writer.WriteLine(_model.Target is null ? "global::Sluice.SyncPage page;" : $"global::Sluice.SyncPage<{_object}> page;");
            _writer.WriteLine("do");
            using (_writer.Block())
            {
                _writer.WriteLine($"page = session.Given({OperationCall.Answer(method, Connector)});");
                WriteLoop("foreach", "page.Deltas", isAsync);
            }

            _writer.WriteLine("while (session.TurnPage(page));");
            WriteDrained();
        }
    }

    private SourceWriter.Scope WriteSyncHeader(bool isAsync) => _writer.Block(isAsync
        ? $"protected override async {ValueTask} SyncAsync({_session} session)"
        : $"protected override void Sync({_session} session)");

    private void WriteLoop(string loop, string source, bool isAsync)
    {
        using (_writer.Block($"{loop} (var delta in {source})"))
        {
            using (_writer.Block(isAsync ? "if (!await session.DeliverAsync(delta).ConfigureAwait(false))" : "if (!session.Deliver(delta))"))
                _writer.WriteLine("return;");
        }
    }

    private void WriteDrained()
    {
        _writer.WriteLine();
        _writer.WriteLine("session.Drained();");
    }
}
