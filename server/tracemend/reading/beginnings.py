"""How lines begin that hold none of the cheap pass's literals and are an error's first line all the same: data only.

PHRASES are beginnings word for word, of sentences that programs print without their name in front; LAST_WORDS are whole
lines, of what a shell says when a program was killed. A dialect that reads a further sentence adds its beginning here,
as long as is needed to tell it from what is no error; the number of phrases costs next to nothing.
"""

PHRASES = (
    # Python: faulthandler, the interpreter
    *("Timeout (", "Windows fatal exception: ", 'File "', "Task was destroyed", "Unclosed c", "Unclosed response"),
    # Apple's runtime, IDLE, ncurses' programs, VS Code's debugger
    *(
        "objc[",
        "IDLE subprocess didn't",
        "Expected type '",
        "You're using an outdated loc",
        "Python was not found; run",
        "Python was not found but",
        "Python wurde nicht gef",
        "no se encontró Python; ej",
        "longer work. Please use get-p",
        "IDLE's subprocess ",
        "TERM environment variable not",
        "Exception has occurred: ",
    ),
    # pytest, coverage, nox
    *("FAILED ", "SUBFAILED", "FAIL Required test coverage ", "INTERNALERROR> ", "file ", "nox > "),
    # any program
    *("Cannot ", "cannot ", "Can't ", "can't ", "Could not ", "could not ", "Couldn't ", "couldn't ", "Connection "),
    *("connection ", "Failed to ", "failed to ", "Invalid ", "invalid ", "Unable to ", "unable to ", "Unknown "),
    *("unknown ", "Permission denied", "permission denied", "Argument expected", "An error", "Address already"),
    *("No such", "no such", "No manual", "No match", "No server", "You must ", "You have ", "exec ", "ERROR "),
    *("Missing script", "System has", "Job for", "Unit ", "unit ", "Port ", "port ", "Usage:\t", "usage:\t"),
    *("The con", "The sec", "The fol", "The pro", "The fil", "The app", "The command ", "This module", "Terraform has"),
    # coverage, pyright, pyrefly, Jupyter, pre-commit, wget, MkDocs
    *("No data to report", "No data was coll", "No file to run: ", "Coverage failure: ", "No module named '"),
    *('File or directory "', 'Config file "', "No source files f", "No configuration f", "Path `", "Jupyter command `"),
    # Qt, Jupyter's servers
    *(
        "QLayout: Att",
        "QObject: ",
        "QObject::",
        "QPixmap: Must",
        "QThread: Des",
        "QWidget: ",
        "QWidget::set",
        "qt.qpa.",
    ),
    *("IOPub data rate", "IOPub message rate"),
    *("Executable `", "No hook with id `", "No .pre-commit-conf", "`pre-commit` not", "Connecting to "),
    *("- hook id: ", "WARNING -  ", "Aborted with ", "Unsatisfied dep"),
    # Rust, Go
    *("thread '", "ruff failed", "ty failed", "💥 maturin failed", "--- FAIL: "),
    # git
    *("Author identity", "Automatic merge", "CONFLICT ", "It seems that", "No stash", "No changes", "no changes"),
    *("batch response: ", "nothing to commit", "nothing added", "Patch format", "patch format", "You asked "),
    *("There is no track", "Nothing specified,", "Aborting commit due", "The previous cherry", "usage: git "),
    # docker, podman
    *("Got perm", "OCI runtime", "Pool overlaps", "pool overlaps", "Pull access", "pull access", "executor failed "),
    *("The Com", "no configuration"),
    # ssh
    *("Host key", "Load key", "Too many auth", "@@@@@@@@@@@@@@@@@@@@"),
    # Redis, psql, tmux
    *(
        "Table '",
        "(eval):",
        "AUTH failed",
        "ERR ",
        "MISCONF ",
        "NOAUTH ",
        "READONLY ",
        "WRONGTYPE ",
        "WRONGPASS ",
        "no sessions",
    ),
    # npm, Django
    *(
        "npm ERR!",
        "gyp ERR!",
        "Field '",
        "It is impossible to ",
        "You are trying to ",
        "Forbidden (403",
        "Forbidden (CSRF ",
        "Forbidden (Origin ",
        "Forbidden (Referer ",
        "System check identified some",
        "Exception Type:",
    ),
    # gunicorn
    "Application object must be",
    # TensorFlow, PyTorch, Streamlit
    *("E0000 00:00:", "F0000 00:00:", "W0000 00:00:", "CUDA out of mem", "Thread '", "missing ReportContext"),
    # pip, Poetry, Pipenv, PDM, Hatch, conda, setuptools, linkers
    *('Command "', "Command not found: ", "Complete output from ", "Retrying (Retry", "No matching distribution "),
    *(
        "x No solution ",
        "The lockfile at `uv",
        "Failed building wheel for ",
        "failed to create process.",
        "no such option: -",
        "Because ",
        "Package ",
    ),
    *(
        "RedirectDetected: ",
        "Poetry could not",
        "Poetry was unable",
        "poetry.lock is ",
        "pyproject.toml changed ",
        "Current Python version (",
    ),
    *("The current project", "The requested command ", "The lock file ", "The Poetry configuration "),
    *("The specified Python version (", "The following packages were not found", "Group(s) not found"),
    *("Locking Failed", "No Pipfile present ", "No project detected", "Your Pipfile", "Your dependencies could not "),
    *("Pipfile.lock ", "Please run `pdm ", "Environment `", "ERROR:: ", "✘ L", "✘ I", "✖ L", "✖ I"),
    *(
        "critical libmamba ",
        "ResolvePackageNotFound:",
        "× ",
        "Encountered problems while solving",
        "Microsoft Visual C++ ",
        "Undefined symbols for arch",
    ),
    # checkers, CI services
    *("warning[", ">> Issue: [", "::warning ", "::notice ", "##[warning]", "##vso[task.logissue "),
    # cmd, PowerShell and handlers of missing commands
    *("The system cannot find the ", "The program ", "The filename,", "The filename ", "The process cannot "),
    *(
        "The syntax of the ",
        "The directory is not",
        "The directory name is",
        "The command line is",
        "The input line is",
    ),
    *("The requested operation requires", "The device is not ready", "The network path was", "Access is denied."),
    *("There is not enough space on", "A subdirectory or file ", "This version of ", "Command '", "No command '"),
    *("At line:", 'Exception calling "'),
    # the same in other languages
    *(
        "拒绝访问。",
        "系统找不到指定的",
        "系統找不到指定的",
        "存取被拒",
        "アクセスが拒否されました",
        "指定されたファイルが見",
    ),
    *("指定されたパスが見", "액세스가 거부", "지정된 파일", "지정된 경로", "Zugriff verweigert", "Das System kann d"),
    *("Accès refusé", "Le fichier spécifié", "Le chemin d'accès spécifié", "Le chemin d’accès spécifié"),
    *("Acceso denegado", "El sistema no puede encontrar", "Acesso negado", "O sistema não pode encontrar"),
    *("Системе не удается найти", "Не удается найти указанный", "Отказано в доступе", "Accesso negato"),
    *("Impossibile trovare il ", "Odmowa dostępu", "System nie może odnaleźć", "Nie można odnaleźć określonego"),
    *("Erişim engellendi", "Sistem belirtilen ", 'Der Befehl "', "Nazwa '"),
    # what ended a program
    *("Out of memory: Kill", "Out of Memory: Kill", "Memory cgroup out of ", "Process finished with "),
    *("Process completed with ", "Process exited with ", "The terminal process", "The runner has received"),
    *("The hosted runner", "The self-hosted runner", "The job running on", "The job has exceeded", "DAMN ! worker"),
    *("terminate called ", "libc++abi", "double free or corruption", "corrupted size", "corrupted double", "free(): "),
    *("malloc(): ", "realloc(): ", "calloc(): ", "malloc_consolidate(): ", "munmap_chunk(): ", "mremap_chunk(): "),
    *("*** stack smash", "*** buffer over", "*** Error in `", "Program received signal ", 'Thread 1 "'),
    *("command terminated with exit", "!!! uWSGI process", "进程已结束"),
)

LAST_WORDS = (
    *("ERRORS:", "CRITICALS:"),  # Django
    *("Killed", "Aborted", "Abort", "Abort trap", "Segmentation fault", "Memory fault", "Bus error", "Terminated"),
    *("Illegal instruction", "Floating point exception", "Floating exception", "Trace/BPT trap"),
    *("Trace/breakpoint trap",),
    *("強制結束", "強制終了", "已杀死", "죽었음", "Убито", "段错误", "程式記憶體區段錯誤", "세그멘테이션 오류"),
    *("Ошибка сегментирования", "Getötet", "Processus arrêté", "Terminado (killed)", "Morto", "Ucciso"),
    *("Unicestwiony", "Süreç durduruldu", "Speicherzugriffsfehler", "Erreur de segmentation"),
    *("Violación de segmento", "Falha de segmentação", "Errore di segmentazione", "Naruszenie ochrony pamięci"),
    *("Parçalama arızası",),
)
