;;; user.el --- A user of Emacs with Eglot: opens, runs, looks, asks, chooses, saves  -*- lexical-binding: t -*-

;; The function `scenario-NAME' of the environment's SCENARIO says what is done; what was seen is written to REPORT as
;; JSON.  INIT is the user's init file.

(require 'cl-lib)
(require 'json)
(require 'flymake)

(defvar user-seen nil "What was seen: an alist.")
(defvar user-said nil "All messages, the newest first.")

(advice-add 'message :filter-return
            (lambda (text) (when (stringp text) (push (substring-no-properties text) user-said)) text))

(defun user-saw (name value) (setf (alist-get name user-seen) value))

(defun user-wait (seconds ready)
  "Let Emacs work until READY gives something, for SECONDS at most."
  (let ((end (+ (float-time) seconds)) value)
    (while (and (not (setq value (funcall ready))) (< (float-time) end))
      (accept-process-output nil 0.02))
    value))

(defun user-shell (command)
  "Run COMMAND in a shell beside the editor: (STATUS . END), the time of its end."
  (let* (ended
         (process (make-process :name "shell" :buffer (get-buffer-create " *shell*") :command (list "sh" "-c" command)
                                :sentinel (lambda (&rest _) (setq ended (float-time))))))
    (user-wait 60 (lambda () ended))
    (cons (process-exit-status process) ended)))

(defun user-run (program) (user-shell (concat "tracemend run -- python " program)))

(defun user-lines () (split-string (buffer-substring-no-properties (point-min) (point-max)) "\n"))

(defun user-diagnostics () (flymake-diagnostics))

(defun user-run-until-shown (program)
  "Run PROGRAM: (STATUS DIAGNOSTICS SECONDS), the seconds from the end of the run to the diagnostics."
  (let* ((there (user-diagnostics))
         (done (user-run program))
         (found (user-wait 10 #'user-diagnostics))
         (delay (- (float-time) (cdr done))))
    (when there (sleep-for 0.7))        ; those of the run before are shown until these have come
    (list (car done) (user-diagnostics) (if there nil delay))))

(defun user-open (file)
  (find-file file)
  (run-hooks 'post-command-hook)        ; after a command Eglot starts what `eglot-ensure' asked for
  (user-wait 20 (lambda () (and (fboundp 'eglot-managed-p) (eglot-managed-p)))))

(defun user-go-to (diagnostic) (goto-char (flymake-diagnostic-beg diagnostic)))

(defun user-hover ()
  "What ElDoc shows of the text at point."
  (let ((buffer (get-buffer "*eldoc*")))
    (when buffer (with-current-buffer buffer (let ((inhibit-read-only t)) (erase-buffer)))))
  (setq eldoc--last-request-state nil)
  (eldoc-print-current-symbol-info t)
  (user-wait 10 (lambda ()
                  (let ((buffer (cl-find-if (lambda (one) (string-match-p "\\*eldoc" (buffer-name one))) (buffer-list))))
                    (and buffer
                         (let ((text (with-current-buffer buffer (buffer-substring-no-properties (point-min) (point-max)))))
                           (and (> (length (string-trim text)) 0) text)))))))

(defun user-menu (wanted &optional from to)
  "The titles that `eglot-code-actions' offers; the one that is WANTED is chosen."
  (let (titles (last-nonmenu-event ?.) (use-dialog-box nil))
    (cl-letf* ((read (lambda (_prompt all &rest _)
                       (setq titles (mapcar (lambda (one) (if (consp one) (car one) one)) (all-completions "" all)))
                       (or (and wanted (cl-find wanted titles :test #'equal)) (signal 'quit nil))))
               ((symbol-function 'completing-read) read))
      (condition-case trouble
          (eglot-code-actions (or from (point)) (or to from (point)) nil t)
        (quit nil)
        (error (push (format "Error: %s" (error-message-string trouble)) user-said))))
    titles))

(defun user-choose (title &optional from to)
  "Choose TITLE, and see what it has done: to the text, to the diagnostics, a file that was opened, a message."
  (let* ((known (buffer-list)) (here (current-buffer)) (tick (buffer-chars-modified-tick))
         (count (length (user-diagnostics))) (said user-said) opened gone)
    (user-menu title from to)
    (user-wait 10 (lambda ()
                    (setq opened (cl-find-if (lambda (one) (and (buffer-file-name one) (not (memq one known)))) (buffer-list)))
                    (with-current-buffer here
                      (setq gone (and (< (length (user-diagnostics)) count) (or gone (float-time))))
                      (or opened (/= tick (buffer-chars-modified-tick))
                          (and gone (> (- (float-time) gone) 0.5)) ; Flymake draws anew now and then
                          (cl-find-if (lambda (text) (string-match-p "Server reports" text)) (cl-ldiff user-said said))))))
    (sleep-for 0.2)                     ; an error message would come after
    (with-current-buffer here
      `((title . ,title)
        (opened . ,(when opened `((name . ,(buffer-file-name opened))
                                  (text . ,(with-current-buffer opened (buffer-string))))))
        (changed . ,(if (/= tick (buffer-chars-modified-tick)) t :json-false))
        (gone . ,(if (< (length (user-diagnostics)) count) t :json-false))
        (said . ,(vconcat (reverse (cl-ldiff user-said said))))
        (lines . ,(vconcat (user-lines)))))))

(defun user-restore (text)
  (erase-buffer)
  (insert text)
  (save-buffer)
  (sleep-for 0.7))                      ; Eglot sends changes when Emacs has been idle for a moment

(defun user-program (file)
  "A program fails; its line is looked at; every action is tried once; the first one mends it."
  (user-saw 'attached (if (user-open file) t :json-false))
  (let* ((buffer (current-buffer)) (text (buffer-string)) (shown (user-run-until-shown file)) (found (nth 1 shown)))
    (user-saw 'first `((status . ,(car shown)) (delay . ,(nth 2 shown))
                       (diagnostics . ,(vconcat (mapcar #'flymake-diagnostic-text found)))
                       (line . ,(and found (line-number-at-pos (flymake-diagnostic-beg (car found)))))))
    (user-go-to (car found))
    (user-saw 'hover (user-hover))
    (let ((titles (user-menu nil)) effects)
      (user-saw 'menu (vconcat titles))
      (dolist (title titles)
        (switch-to-buffer buffer)
        (user-restore text)
        (user-go-to (car (nth 1 (user-run-until-shown file))))
        (push (user-choose title) effects))
      (user-saw 'effects (vconcat (reverse effects)))
      (when (eq t (alist-get 'changed (car (last effects)))) ; an edit, no command
        (switch-to-buffer buffer)
        (user-restore text)
        (user-go-to (car (nth 1 (user-run-until-shown file))))
        (user-choose (car titles))
        (switch-to-buffer buffer)
        (save-buffer)
        (let ((status (car (user-run file))))
          (user-wait 3 (lambda () (null (user-diagnostics))))
          (user-saw 'again `((status . ,status) (left . ,(length (user-diagnostics))))))))))

(defun scenario-edit () (user-program "report.py"))

(defun scenario-command () (user-program "invoices.py"))

(defun user-explain-selection ()
  (transient-mark-mode 1)
  (let ((titles (user-menu nil (point-min) (point-max))))
    (user-saw 'menu (vconcat titles))
    (user-saw 'effects (vconcat (mapcar (lambda (title) (user-choose title (point-min) (point-max))) titles)))))

(defun scenario-text ()
  "A text file that was never saved; the server is started by hand, as the document says."
  (find-file "new.txt")
  (insert-file-contents "foreign.txt")
  (let ((current-prefix-arg nil)) (call-interactively #'eglot))
  (user-saw 'attached (if (user-wait 20 #'eglot-managed-p) t :json-false))
  (user-explain-selection))

(defun scenario-pipe ()
  "A buffer without a file: the region goes through the command."
  (user-saw 'attached t)
  (switch-to-buffer (generate-new-buffer "pasted"))
  (insert-file-contents "foreign.txt")
  (shell-command-on-region (point-min) (point-max) (getenv "PIPE"))
  (user-saw 'piped (with-current-buffer "*Shell Command Output*" (buffer-string))))

(defun scenario-reload ()
  "The file is changed by another program, and the buffer reverted."
  (user-saw 'attached (if (user-open "report.py") t :json-false))
  (user-run-until-shown "report.py")
  (cl-flet ((line () (let ((found (user-diagnostics)))
                       (and found (line-number-at-pos (flymake-diagnostic-beg (car found)))))))
    (user-saw 'before (line))
    (let ((text (buffer-string)))
      (with-temp-file "report.py" (insert "# A formatter was here.\n" text)))
    (revert-buffer t t t)
    (user-wait 5 (lambda () (eql (line) 11)))
    (user-saw 'after (line))))

(condition-case trouble
    (progn
      (setq make-backup-files nil create-lockfiles nil auto-save-default nil
            eglot-confirm-server-initiated-edits nil
            eldoc-echo-area-use-multiline-p t)
      (package-activate-all)            ; as Emacs does at its start, but not for --batch -q
      (load (getenv "INIT") nil t)
      (funcall (intern (concat "scenario-" (getenv "SCENARIO")))))
  (error (user-saw 'trouble (format "%S" trouble))))

(user-saw 'version emacs-version)
(user-saw 'messages (vconcat (reverse user-said)))
(user-saw 'stderr
          (mapconcat (lambda (buffer) (if (string-match-p "EGLOT.*stderr" (buffer-name buffer))
                                          (with-current-buffer buffer (buffer-string)) ""))
                     (buffer-list) ""))
(user-saw 'events
          (mapconcat (lambda (buffer) (if (string-match-p "EGLOT.*events" (buffer-name buffer))
                                          (with-current-buffer buffer (buffer-string)) ""))
                     (buffer-list) ""))
(let ((coding-system-for-write 'utf-8) (seen (json-encode user-seen)))
  (with-temp-file (getenv "REPORT") (insert seen)))
(dolist (buffer (buffer-list)) (with-current-buffer buffer (set-buffer-modified-p nil)))
(kill-emacs 0)
;;; user.el ends here
